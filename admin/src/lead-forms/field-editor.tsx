import DownIcon from '@mui/icons-material/ArrowDownward';
import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import UpIcon from '@mui/icons-material/ArrowUpward';
import type { LeadFormFieldType, LeadFormFieldView } from '@kontor/sdk';
import { Box, Checkbox, FormControlLabel, IconButton, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { longestOf, typesOf } from './form-draft';

interface Properties {
  readonly field: LeadFormFieldView;
  readonly at: number;
  readonly last: number;
  /** Name of the lead field for people. */
  readonly leadField: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (field: LeadFormFieldView) => void;
  readonly onMove: (step: number) => void;
  readonly onRemove: () => void;
}

/** One question of a form: label, type, whether a value is required, placeholder, longest value, choices. */
export function FieldEditor({ field, at, last, leadField, errors, onChange, onMove, onRemove }: Properties) {
  const translate = useTranslate();
  const of = (key: string) => translate(`lead_forms.${key}`, { name: leadField });
  const errorOf = (key: string) => errors[`fields.${at}.${key}`];
  const wrong = errors[`fields.${at}`] ?? errorOf('name');
  return (
    <Box component="li" sx={{ border: 1, borderColor: wrong ? 'error.main' : 'divider', borderRadius: 1, p: 1.5 }}>
      <Stack direction="row" spacing={0.5} sx={{ alignItems: 'center', mb: 1 }}>
        <Typography variant="subtitle2" component="h3" sx={{ flex: 1, minWidth: 0 }} noWrap>
          {leadField}
        </Typography>
        <IconButton disabled={at === 0} onClick={() => onMove(-1)} aria-label={of('field_up')}>
          <UpIcon fontSize="small" />
        </IconButton>
        <IconButton disabled={at === last} onClick={() => onMove(1)} aria-label={of('field_down')}>
          <DownIcon fontSize="small" />
        </IconButton>
        <IconButton disabled={last === 0} onClick={onRemove} aria-label={of('field_remove')}>
          <RemoveIcon fontSize="small" />
        </IconButton>
      </Stack>
      {wrong && (
        <Typography color="error" variant="body2" sx={{ mb: 1 }}>
          {wrong}
        </Typography>
      )}
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '2fr 1fr' },
        }}
      >
        <TextField
          required
          label={of('field_label')}
          value={field.label}
          error={errorOf('label') !== undefined}
          helperText={errorOf('label')}
          onChange={({ target }) => onChange({ ...field, label: target.value })}
          slotProps={{ htmlInput: { maxLength: 100, dir: 'auto' } }}
        />
        <TypeSelect field={field} onChange={onChange} />
        <TextField
          label={of('field_placeholder')}
          value={field.placeholder ?? ''}
          onChange={({ target }) => onChange({ ...field, placeholder: target.value || null })}
          slotProps={{ htmlInput: { maxLength: 100, dir: 'auto' } }}
        />
        <TextField
          type="number"
          required
          label={of('field_length')}
          value={field.maxLength || ''}
          error={errorOf('maxLength') !== undefined}
          helperText={errorOf('maxLength')}
          onChange={({ target }) => onChange({ ...field, maxLength: Number(target.value) })}
          slotProps={{ htmlInput: { min: 1, max: longestOf(field.name) } }}
        />
        {field.type === 'select' && (
          <OptionsInput
            label={of('field_options')}
            options={field.options}
            error={errorOf('options')}
            onChange={(options) => onChange({ ...field, options })}
          />
        )}
      </Box>
      <FormControlLabel
        label={of('field_required')}
        control={
          <Checkbox
            checked={field.required}
            onChange={({ target }) => onChange({ ...field, required: target.checked })}
          />
        }
      />
    </Box>
  );
}

function TypeSelect({ field, onChange }: Pick<Properties, 'field' | 'onChange'>) {
  const translate = useTranslate();
  const types = typesOf(field.name);
  return (
    <TextField
      select
      label={translate('lead_forms.field_type')}
      value={field.type}
      disabled={types.length === 1}
      onChange={({ target }) => onChange({ ...field, type: target.value as LeadFormFieldType })}
    >
      {types.map((type) => (
        <MenuItem key={type} value={type}>
          {translate(`lead_forms.type_${type}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}

interface OptionsProperties {
  readonly label: string;
  readonly options: string[];
  readonly error: string | undefined;
  readonly onChange: (options: string[]) => void;
}

/** Choices of a select, one per line. */
function OptionsInput({ label, options, error, onChange }: OptionsProperties) {
  const translate = useTranslate();
  // The text is separate, so that an empty line does not vanish while the person types.
  const [text, setText] = useState(options.join('\n'));
  return (
    <TextField
      required
      multiline
      minRows={2}
      label={label}
      value={text}
      error={error !== undefined}
      helperText={error ?? translate('lead_forms.options_help')}
      onChange={({ target }) => {
        setText(target.value);
        onChange(
          target.value
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== ''),
        );
      }}
      sx={{ gridColumn: '1 / -1' }}
      slotProps={{ htmlInput: { dir: 'auto' } }}
    />
  );
}
