import AddIcon from '@mui/icons-material/Add';
import DownIcon from '@mui/icons-material/ArrowDownward';
import UpIcon from '@mui/icons-material/ArrowUpward';
import RemoveIcon from '@mui/icons-material/Close';
import { Box, Button, FormHelperText, FormLabel, IconButton, Stack, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Values } from '../ui/form';
import { isolated } from '../ui/text';
import { optionValueFor } from './field-types';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly archived: boolean;
}
interface Properties {
  readonly form: Values;
  /** Values that records may hold. They cannot be removed, only archived. */
  readonly stored: readonly string[];
  readonly isDisabled?: boolean;
}

/** The choices of a field in order. */
export function OptionsInput({ form, stored, isDisabled = false }: Properties) {
  const translate = useTranslate();
  const options = (form.value('options') ?? []) as readonly Option[];
  const set = (next: readonly Option[]) => form.set('options', next);
  const replace = (at: number, option: Option) => set(options.with(at, option));
  const move = (at: number, step: number) => {
    const option = options[at];
    if (option) set(options.toSpliced(at, 1).toSpliced(at + step, 0, option));
  };
  // Pointers such as `options.0.label` name one choice.
  const errors = Object.entries(form.errors).flatMap(([name, text]) => (name.startsWith('options') ? [text] : []));
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
      <FormLabel component="legend" sx={{ fontSize: '0.8125rem', mb: 1 }}>
        {translate('custom_fields.options')}
      </FormLabel>
      {errors.length > 0 && <FormHelperText error>{errors.join(' ')}</FormHelperText>}
      <Stack spacing={1}>
        {options.map((option, at) => (
          <OptionRow
            key={stored.includes(option.value) ? option.value : `new-${at}`}
            option={option}
            isStored={stored.includes(option.value)}
            isDisabled={isDisabled}
            isFirst={at === 0}
            isLast={at === options.length - 1}
            onChange={(changed) => replace(at, changed)}
            onMove={(step) => move(at, step)}
            onRemove={() => set(options.toSpliced(at, 1))}
          />
        ))}
      </Stack>
      {!isDisabled && (
        <Button
          startIcon={<AddIcon />}
          sx={{ mt: 1 }}
          onClick={() => set([...options, { value: '', label: '', archived: false }])}
        >
          {translate('custom_fields.add_option')}
        </Button>
      )}
    </Box>
  );
}

interface RowProperties {
  readonly option: Option;
  readonly isStored: boolean;
  readonly isDisabled: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onChange: (option: Option) => void;
  readonly onMove: (step: number) => void;
  readonly onRemove: () => void;
}

function OptionRow({ option, isStored, isDisabled, isFirst, isLast, onChange, onMove, onRemove }: RowProperties) {
  const translate = useTranslate();
  const name = isolated(option.label);
  // The stored value follows the label until the person types another value.
  const isProposed = option.value === optionValueFor(option.label);
  const relabel = (label: string) =>
    onChange({ ...option, label, ...(!isStored && isProposed && { value: optionValueFor(label) }) });
  return (
    <Stack
      direction="row"
      useFlexGap
      spacing={0.5}
      sx={{ alignItems: 'center', flexWrap: { xs: 'wrap', sm: 'nowrap' } }}
    >
      <TextField
        value={option.label}
        onChange={({ target }) => relabel(target.value)}
        placeholder={translate('custom_fields.option_label')}
        disabled={isDisabled}
        required
        sx={{ flex: 2, minWidth: 120, opacity: option.archived ? 0.6 : 1 }}
        slotProps={{
          htmlInput: { 'aria-label': translate('custom_fields.option_label'), dir: 'auto', maxLength: 100 },
        }}
      />
      <TextField
        value={option.value}
        onChange={({ target }) => onChange({ ...option, value: target.value })}
        placeholder={translate('custom_fields.option_value')}
        disabled={isDisabled || isStored}
        required
        sx={{ flex: 1, minWidth: 90 }}
        slotProps={{ htmlInput: { 'aria-label': translate('custom_fields.option_value'), maxLength: 100 } }}
      />
      {!isDisabled && (
        <>
          <IconButton disabled={isFirst} onClick={() => onMove(-1)} aria-label={translate('list.move_up', { name })}>
            <UpIcon fontSize="small" />
          </IconButton>
          <IconButton disabled={isLast} onClick={() => onMove(1)} aria-label={translate('list.move_down', { name })}>
            <DownIcon fontSize="small" />
          </IconButton>
          {isStored ? (
            <Button onClick={() => onChange({ ...option, archived: !option.archived })} sx={{ whiteSpace: 'nowrap' }}>
              {translate(option.archived ? 'custom_fields.unarchive_option' : 'custom_fields.archive_option')}
            </Button>
          ) : (
            <IconButton onClick={onRemove} aria-label={translate('custom_fields.remove_option', { name })}>
              <RemoveIcon fontSize="small" />
            </IconButton>
          )}
        </>
      )}
    </Stack>
  );
}
