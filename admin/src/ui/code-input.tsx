import { Autocomplete, TextField } from '@mui/material';
import { useId, useMemo } from 'react';
import { useLocaleState } from 'react-admin';
import type { Values } from './form';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Codes without a country: unknown, the European Union, the euro area, the United Nations, pseudo-locales. */
const NO_COUNTRY = new Set(['ZZ', 'EU', 'EZ', 'UN', 'XA', 'XB', 'QO']);

export type CodeKind = 'timezone' | 'currency' | 'country';

const countries = (): string[] => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(
    (code) => !NO_COUNTRY.has(code) && names.of(code) !== undefined,
  );
};
const CODES: Readonly<Record<CodeKind, () => string[]>> = {
  timezone: () => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')],
  currency: () => Intl.supportedValuesOf('currency'),
  country: countries,
};

interface Properties {
  readonly form: Values;
  readonly name: string;
  readonly label: string;
  readonly kind: CodeKind;
  readonly help?: string;
  readonly isDisabled?: boolean;
}

/** Chooses a time zone, a currency or a country by code or by name in the language of the person. */
export function CodeInput({ form, name, label, kind, help, isDisabled }: Properties) {
  const [locale] = useLocaleState();
  const id = useId();
  const codes = useMemo(() => CODES[kind](), [kind]);
  const titleOf = useMemo(() => {
    if (kind === 'timezone') return (code: string) => code.replaceAll('_', ' ');
    const names = new Intl.DisplayNames(locale, { type: kind === 'currency' ? 'currency' : 'region' });
    return (code: string) => `${names.of(code) ?? code} (${code})`;
  }, [kind, locale]);
  const value = form.value(name);
  const error = form.errors[name];
  return (
    <Autocomplete
      id={id}
      options={codes}
      value={typeof value === 'string' && value !== '' ? value : null}
      // A stored code may be an alias that the list of the browser does not have.
      isOptionEqualToValue={(one, other) => one === other}
      getOptionLabel={titleOf}
      onChange={(_, code) => form.set(name, code)}
      disabled={isDisabled}
      disableClearable={kind === 'timezone'}
      renderInput={(parameters) => (
        <TextField {...parameters} label={label} error={error !== undefined} helperText={error ?? help} />
      )}
    />
  );
}
