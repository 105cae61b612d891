import { TextField } from '@mui/material';
import { useEffect, useId, useState } from 'react';
import type { Values } from './form';

const NUMBER = /^-?\d+(\.\d+)?$/;
/** A text that is no number is sent as it is, so that the server says what is wrong. */
const valueOf = (text: string): number | string | null =>
  text.trim() === '' ? null : NUMBER.test(text.trim()) ? Number(text) : text;

interface Properties {
  readonly form: Values;
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly isDisabled?: boolean;
}

/** A number. The typed text stays as it is, so that `1.05` can be typed. */
export function NumberInput({ form, name, label, help, isDisabled }: Properties) {
  const value = (form.value(name) ?? null) as number | string | null;
  const [text, setText] = useState(value === null ? '' : String(value));
  useEffect(() => {
    if (valueOf(text) !== value) setText(value === null ? '' : String(value));
  }, [value]);
  const error = form.errors[name];
  return (
    <TextField
      id={useId()}
      label={label}
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        form.set(name, valueOf(target.value));
      }}
      disabled={isDisabled}
      error={error !== undefined}
      helperText={error ?? help}
      slotProps={{ htmlInput: { inputMode: 'decimal' } }}
    />
  );
}
