import { Autocomplete, Checkbox, FormControlLabel, FormHelperText, MenuItem, TextField } from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { useLabels, type Field } from '../metadata/record-type';
import { REFERENCES } from '../metadata/references';
import { useFormats } from '../ui/profile';
import { instantOf, localTextOf } from './local-time';
import { ReferenceInput } from './reference-input';

interface Properties {
  readonly resource: string;
  readonly field: Field;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly error?: string;
  readonly label?: string;
  readonly isRequired?: boolean;
  readonly isFocused?: boolean;
  readonly isHiddenLabel?: boolean;
}

const LONG = new Set(['notes', 'description', 'message', 'rawInput']);
const orNull = (text: string): string | null => (text === '' ? null : text);

/** An input for any field, by its type in the metadata. An empty input is `null`, which clears the field. */
export function FieldInput(properties: Properties) {
  const { resource, field, value, onChange, error, isRequired, isFocused } = properties;
  const translate = useTranslate();
  const { fieldLabel, valueLabel } = useLabels(resource);
  const { timeZone } = useFormats();
  const id = useId();
  const label = properties.label ?? fieldLabel(field.name);
  const hidden: Record<string, string> = properties.isHiddenLabel ? { 'aria-label': label } : {};
  const common = {
    id,
    label: properties.isHiddenLabel ? undefined : label,
    error: error !== undefined,
    helperText: error,
    required: isRequired,
    autoFocus: isFocused,
  };
  const text = value === null || value === undefined ? '' : String(value);
  if (field.name in REFERENCES)
    return <ReferenceInput {...common} name={field.name} value={text || null} onChange={onChange} hidden={hidden} />;
  switch (field.type) {
    case 'choice':
      return (
        <TextField
          {...common}
          select
          value={text}
          onChange={({ target }) => onChange(orNull(target.value))}
          slotProps={{ select: { SelectDisplayProps: hidden } }}
        >
          {!isRequired && <MenuItem value="">{translate('app.none')}</MenuItem>}
          {(field.values ?? []).map((one) => (
            <MenuItem key={one} value={one}>
              {valueLabel(field.name, one)}
            </MenuItem>
          ))}
        </TextField>
      );
    case 'boolean':
      return (
        <>
          <FormControlLabel
            label={label}
            control={<Checkbox checked={value === true} onChange={({ target }) => onChange(target.checked)} />}
          />
          {error !== undefined && <FormHelperText error>{error}</FormHelperText>}
        </>
      );
    case 'tags':
    case 'list':
      return (
        <Autocomplete
          multiple
          freeSolo
          options={field.values ?? []}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={(_, chosen) => onChange(chosen)}
          renderInput={(parameters) => (
            <TextField
              {...parameters}
              {...common}
              slotProps={{ ...parameters.slotProps, htmlInput: { ...parameters.slotProps?.htmlInput, ...hidden } }}
            />
          )}
        />
      );
    case 'timestamp':
      return (
        <TextField
          {...common}
          type="datetime-local"
          value={localTextOf(text, timeZone)}
          onChange={({ target }) => onChange(instantOf(target.value, timeZone))}
          slotProps={{ inputLabel: { shrink: true }, htmlInput: hidden }}
        />
      );
    case 'day':
      return (
        <TextField
          {...common}
          type="date"
          value={text}
          onChange={({ target }) => onChange(orNull(target.value))}
          slotProps={{ inputLabel: { shrink: true }, htmlInput: hidden }}
        />
      );
    case 'integer':
      return (
        <TextField
          {...common}
          value={text}
          onChange={({ target }) =>
            onChange(/^-?\d+$/.test(target.value) ? Number(target.value) : orNull(target.value))
          }
          slotProps={{ htmlInput: { inputMode: 'numeric', ...hidden } }}
        />
      );
    case 'decimal':
      return (
        <TextField
          {...common}
          value={text}
          onChange={({ target }) => onChange(orNull(target.value.trim()))}
          slotProps={{ htmlInput: { inputMode: 'decimal', ...hidden } }}
        />
      );
    default:
      return (
        <TextField
          {...common}
          value={text}
          multiline={LONG.has(field.name)}
          minRows={LONG.has(field.name) ? 3 : undefined}
          onChange={({ target }) => onChange(orNull(target.value))}
          slotProps={{ htmlInput: { dir: 'auto', ...hidden } }}
        />
      );
  }
}
