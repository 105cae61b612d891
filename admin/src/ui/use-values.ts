import { useState } from 'react';
import type { Values } from './form';

/** The typed values of a dialog. */
export function useValues(first: Readonly<Record<string, unknown>> = {}) {
  const [values, setValues] = useState(first);
  return {
    values,
    /** The inputs of the dialog, with the errors of the last attempt. */
    form: (errors: Readonly<Record<string, string>> = {}): Values => ({
      value: (name) => values[name],
      set: (name, value) => setValues((before) => ({ ...before, [name]: value })),
      errors,
    }),
  };
}
