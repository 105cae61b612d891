import AddIcon from '@mui/icons-material/Add';
import RemoveIcon from '@mui/icons-material/Close';
import { Button, FormHelperText, IconButton, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Values } from '../ui/form';

interface Properties {
  readonly form: Values;
  /** Names of stored headers. Their values are never shown. */
  readonly stored: readonly { readonly name: string; readonly last4?: string | null }[];
  readonly isDisabled: boolean;
}
type Headers = Readonly<Record<string, string | null>>;

/** Additional request headers: set, replace, remove. Only changed headers are sent. */
export function HeadersInput({ form, stored, isDisabled }: Properties) {
  const translate = useTranslate();
  const [extra, setExtra] = useState<readonly { readonly id: number; readonly name: string }[]>([]);
  const headers = (form.value('headers') ?? {}) as Headers;
  const set = (name: string, value: string | null) => form.set('headers', { ...headers, [name]: value });
  const rename = (id: number, from: string, to: string) => {
    const { [from]: value = '', ...others } = headers;
    form.set('headers', to === '' ? others : { ...others, [to]: value });
    setExtra((before) => before.map((one) => (one.id === id ? { id, name: to } : one)));
  };
  const errors = Object.entries(form.errors).filter(([name]) => name.startsWith('headers'));
  return (
    <Stack spacing={1} role="group" aria-label={translate('webhooks.headers')}>
      <Typography variant="subtitle2" component="h3">
        {translate('webhooks.headers')}
      </Typography>
      <FormHelperText sx={{ mt: '0 !important' }}>{translate('webhooks.headers_help')}</FormHelperText>
      {errors.map(([name, text]) => (
        <FormHelperText key={name} error>
          {text}
        </FormHelperText>
      ))}
      {stored.map(({ name, last4 }) => (
        <StoredHeader
          key={name}
          name={name}
          hint={last4 ? `…${last4}` : '…'}
          value={headers[name]}
          isDisabled={isDisabled}
          onChange={(value) => set(name, value)}
        />
      ))}
      {extra.map(({ id, name }) => (
        <Stack key={id} direction="row" spacing={1}>
          <TextField
            label={translate('webhooks.header_name')}
            value={name}
            onChange={({ target }) => rename(id, name, target.value.trim().toLowerCase())}
            slotProps={{ htmlInput: { maxLength: 100, spellCheck: false } }}
          />
          <TextField
            label={translate('webhooks.header_value')}
            value={headers[name] ?? ''}
            disabled={name === ''}
            onChange={({ target }) => set(name, target.value)}
            autoComplete="off"
          />
          <IconButton
            aria-label={translate('webhooks.header_remove', { name })}
            onClick={() => {
              rename(id, name, '');
              setExtra((before) => before.filter((one) => one.id !== id));
            }}
          >
            <RemoveIcon fontSize="small" />
          </IconButton>
        </Stack>
      ))}
      {!isDisabled && (
        <Button
          startIcon={<AddIcon />}
          sx={{ alignSelf: 'flex-start' }}
          onClick={() => setExtra((before) => [...before, { id: (before.at(-1)?.id ?? 0) + 1, name: '' }])}
        >
          {translate('webhooks.header_add')}
        </Button>
      )}
    </Stack>
  );
}

interface StoredProperties {
  readonly name: string;
  readonly hint: string;
  readonly value: string | null | undefined;
  readonly isDisabled: boolean;
  readonly onChange: (value: string | null) => void;
}

function StoredHeader({ name, hint, value, isDisabled, onChange }: StoredProperties) {
  const translate = useTranslate();
  const isRemoved = value === null;
  const isTyped = value !== undefined && value !== null && value !== hint;
  return (
    <Stack direction="row" spacing={1}>
      <TextField label={translate('webhooks.header_name')} value={name} disabled />
      <TextField
        label={translate('webhooks.header_value')}
        value={isTyped ? value : ''}
        placeholder={translate(isRemoved ? 'webhooks.header_removed' : 'webhooks.header_stored', { hint })}
        disabled={isDisabled || isRemoved}
        onChange={({ target }) => onChange(target.value === '' ? hint : target.value)}
        autoComplete="off"
        slotProps={{ inputLabel: { shrink: true } }}
      />
      {!isDisabled && (
        <IconButton
          aria-label={translate(isRemoved ? 'webhooks.header_restore' : 'webhooks.header_remove', { name })}
          aria-pressed={isRemoved}
          onClick={() => onChange(isRemoved ? hint : null)}
        >
          <RemoveIcon fontSize="small" color={isRemoved ? 'error' : 'inherit'} />
        </IconButton>
      )}
    </Stack>
  );
}
