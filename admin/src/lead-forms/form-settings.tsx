import {
  Autocomplete,
  Box,
  Checkbox,
  FormControlLabel,
  FormHelperText,
  Paper,
  TextField,
  Typography,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import { ReferenceInput } from '../fields/reference-input';
import type { FormDraft } from './form-draft';

type Kind = 'text' | 'long' | 'url' | 'number' | 'list' | 'flag' | 'owner';

/** The settings in three groups. */
const PARTS = {
  texts: { name: 'text', title: 'text', description: 'long', redirectUrl: 'url', enabled: 'flag' },
  leads: { source: 'text', ownerId: 'owner', tags: 'list' },
  protection: {
    hourlyLimit: 'number',
    minimumFillSeconds: 'number',
    dedupeMinutes: 'number',
    allowedOrigins: 'list',
    tokenRequired: 'flag',
  },
} as const satisfies Record<string, Partial<Record<keyof FormDraft, Kind>>>;

const LONGEST: Readonly<Partial<Record<keyof FormDraft, number>>> = {
  name: 255,
  title: 255,
  description: 1_000,
  redirectUrl: 500,
  source: 100,
};
const BOUNDS: Readonly<Partial<Record<keyof FormDraft, { min: number; max: number }>>> = {
  hourlyLimit: { min: 1, max: 100_000 },
  minimumFillSeconds: { min: 0, max: 60 },
  dedupeMinutes: { min: 0, max: 1_440 },
};

interface Properties {
  readonly part: keyof typeof PARTS;
  readonly draft: FormDraft;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (values: Partial<FormDraft>) => void;
}

export function FormSettings({ part, draft, errors, onChange }: Properties) {
  const translate = useTranslate();
  const title = translate(`lead_forms.part_${part}`);
  const settings = Object.entries(PARTS[part]) as [keyof FormDraft, Kind][];
  return (
    <Paper variant="outlined" component="section" aria-label={title} sx={{ p: 2 }}>
      <Typography variant="h6" component="h2" sx={{ mb: 1.5 }}>
        {title}
      </Typography>
      <Box
        sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' } }}
      >
        {settings.map(([name, kind]) => (
          <Box key={name} sx={['long', 'flag'].includes(kind) ? { gridColumn: '1 / -1' } : { minWidth: 0 }}>
            <Setting
              name={name}
              kind={kind}
              value={draft[name]}
              error={errors[name] ?? errors[`${name}.0`]}
              onChange={(value) => onChange({ [name]: value })}
            />
          </Box>
        ))}
      </Box>
    </Paper>
  );
}

interface SettingProperties {
  readonly name: keyof FormDraft;
  readonly kind: Kind;
  readonly value: unknown;
  readonly error: string | undefined;
  readonly onChange: (value: unknown) => void;
}

function Setting({ name, kind, value, error, onChange }: SettingProperties) {
  const translate = useTranslate();
  const label = translate(`lead_forms.${name}`);
  const help = error ?? translate(`lead_forms.${name}_help`, { _: '' });
  const common = { id: `form-${name}`, label, error: error !== undefined, helperText: help };
  const text = value === null || value === undefined ? '' : String(value);
  switch (kind) {
    case 'flag':
      return (
        <>
          <FormControlLabel
            label={label}
            control={
              <Checkbox
                checked={value === true}
                onChange={({ target }) => onChange(target.checked)}
                slotProps={{ input: { 'aria-describedby': `${common.id}-help` } }}
              />
            }
          />
          <FormHelperText id={`${common.id}-help`} error={error !== undefined} sx={{ mt: -0.5, ml: 3.75 }}>
            {help}
          </FormHelperText>
        </>
      );
    case 'owner':
      return <ReferenceInput {...common} name="ownerId" value={text || null} onChange={onChange} />;
    case 'list':
      return (
        <Autocomplete
          multiple
          freeSolo
          autoSelect
          id={common.id}
          options={[]}
          value={(value as string[]) ?? []}
          onChange={(_, chosen) => onChange(chosen)}
          renderInput={(parameters) => <TextField {...parameters} {...common} id={common.id} />}
        />
      );
    case 'number':
      return (
        <TextField
          {...common}
          type="number"
          required
          value={text}
          onChange={({ target }) => onChange(target.value === '' ? '' : Number(target.value))}
          slotProps={{ htmlInput: BOUNDS[name] }}
        />
      );
    default:
      return (
        <TextField
          {...common}
          required={name === 'name'}
          autoFocus={name === 'name' && text === ''}
          multiline={kind === 'long'}
          minRows={kind === 'long' ? 2 : undefined}
          value={text}
          onChange={({ target }) =>
            onChange(target.value === '' && ['description', 'redirectUrl'].includes(name) ? null : target.value)
          }
          slotProps={{
            htmlInput: { maxLength: LONGEST[name], dir: 'auto', ...(kind === 'url' && { inputMode: 'url' }) },
          }}
        />
      );
  }
}
