import { Autocomplete, MenuItem, Stack, TextField } from '@mui/material';
import { useEffect, useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { ReferenceInput } from '../fields/reference-input';
import { instantOf } from '../fields/local-time';

const WAIT_MS = 300;
/** Longer lists of choices can be searched. */
const MOST_CHOICES = 10;
const WIDTH = { xs: 'calc(50% - 4px)', sm: 170 };
const DAY_MS = 86_400_000;

export interface Filter {
  /** Parameter of the address. */
  readonly name: string;
  readonly label: string;
  readonly kind: 'choice' | 'text' | 'day' | 'user';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

/** Returns the values of the filter in the address bar as lists of alternatives; a missing value is left out. */
export function useAsked(names: readonly string[]): Record<string, string[]> {
  const [address] = useSearchParams();
  return Object.fromEntries(names.flatMap((name) => (address.get(name) ? [[name, [address.get(name) ?? '']]] : [])));
}

/** Returns the condition of the days `from` and `to` of the address bar, both included, in a time zone. */
export function usePeriod(timeZone: string): { createdAt?: { gte?: string; lt?: string } } {
  const [address] = useSearchParams();
  const [from, to] = [address.get('from') ?? '', address.get('to') ?? ''];
  const dayAfter = to && new Date(new Date(`${to}T00:00:00Z`).getTime() + DAY_MS).toISOString().slice(0, 10);
  const gte = from && instantOf(`${from}T00:00`, timeZone);
  const lt = dayAfter && instantOf(`${dayAfter}T00:00`, timeZone);
  return gte || lt ? { createdAt: { ...(gte && { gte }), ...(lt && { lt }) } } : {};
}

/** The filters of a table. Each value is a parameter of the address, so that reload and links keep it. */
export function FilterBar({ filters }: { readonly filters: readonly Filter[] }) {
  const [address, setAddress] = useSearchParams();
  const choose = (name: string, value: string | null) =>
    setAddress(
      (before) => {
        before.delete('page');
        if (value === null || value === '') before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  return (
    <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
      {filters.map((filter) => (
        <FilterInput
          key={filter.name}
          filter={filter}
          value={address.get(filter.name) ?? ''}
          onChange={(value) => choose(filter.name, value)}
        />
      ))}
    </Stack>
  );
}

interface InputProperties {
  readonly filter: Filter;
  readonly value: string;
  readonly onChange: (value: string | null) => void;
}

function FilterInput({ filter, value, onChange }: InputProperties) {
  const translate = useTranslate();
  const id = useId();
  const { kind, label, options = [] } = filter;
  if (kind === 'text') return <TextFilter filter={filter} value={value} onChange={onChange} />;
  if (kind === 'user')
    return (
      <Stack sx={{ width: WIDTH }}>
        <ReferenceInput id={id} name="ownerId" label={label} value={value || null} onChange={onChange} error={false} />
      </Stack>
    );
  if (kind === 'choice' && options.length > MOST_CHOICES)
    return (
      <Autocomplete
        id={id}
        options={options}
        value={options.find((one) => one.value === value) ?? (value ? { value, label: value } : null)}
        isOptionEqualToValue={(one, other) => one.value === other.value}
        getOptionKey={(one) => one.value}
        onChange={(_, chosen) => onChange(chosen?.value ?? null)}
        sx={{ width: { xs: '100%', sm: 240 } }}
        renderInput={(parameters) => <TextField {...parameters} label={label} />}
      />
    );
  return (
    <TextField
      id={id}
      label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      sx={{ width: WIDTH }}
      {...(kind === 'day'
        ? { type: 'date', slotProps: { inputLabel: { shrink: true } } }
        : { select: true, slotProps: { inputLabel: { shrink: true }, select: { displayEmpty: true } } })}
    >
      {kind === 'choice' && <MenuItem value="">{translate('operations.all')}</MenuItem>}
      {kind === 'choice' &&
        options.map((one) => (
          <MenuItem key={one.value} value={one.value}>
            <bdi>{one.label}</bdi>
          </MenuItem>
        ))}
    </TextField>
  );
}

function TextFilter({ filter, value, onChange }: InputProperties) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => onChange(text.trim()), WAIT_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <TextField
      id={useId()}
      label={filter.label}
      value={text}
      onChange={({ target }) => setText(target.value)}
      sx={{ width: WIDTH }}
      slotProps={{ htmlInput: { maxLength: 255, dir: 'auto' } }}
    />
  );
}
