import { Autocomplete, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useGetOne } from 'react-admin';
import { callsOf, type RecordData } from '../data/calls';
import { REFERENCES } from '../metadata/references';

const MOST = 20;

interface Properties {
  readonly id: string;
  readonly name: string;
  readonly label?: ReactNode;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly error: boolean;
  readonly helperText?: ReactNode;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  readonly hidden?: Record<string, string>;
  readonly disabled?: boolean;
}

/** Finds a record by its name. The server searches, so that the number of records does not matter. */
export function ReferenceInput({ id, name, value, onChange, hidden = {}, disabled = false, ...field }: Properties) {
  const reference = REFERENCES[name] ?? { resource: name, embedded: name, title: 'name' };
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const q = useDeferredValue(typed);
  const { data: chosen } = useGetOne(
    reference.resource,
    { id: value ?? '' },
    { enabled: value !== null, retry: false },
  );
  const { data: options = [], isFetching } = useQuery({
    queryKey: ['options', reference.resource, q],
    enabled: isOpen,
    queryFn: async (): Promise<RecordData[]> => {
      const { search, list } = callsOf(reference.resource);
      const text = q.trim();
      return (await (search ? search({ ...(text && { q: text }), limit: MOST }) : list({ limit: 100 }))).data;
    },
  });
  const titleOf = (record: RecordData): string => String(record[reference.title] ?? record['email'] ?? record.id);
  const selected = value === null ? null : ((chosen as RecordData | undefined) ?? { id: value });
  return (
    <Autocomplete
      id={id}
      disabled={disabled}
      open={isOpen}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      options={options}
      loading={isFetching}
      value={selected}
      getOptionLabel={(record) => (Object.keys(record).length === 1 ? '…' : titleOf(record))}
      getOptionKey={(record) => record.id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      filterOptions={callsOf(reference.resource).search ? (all) => all : undefined}
      onInputChange={(_, text, reason) => setTyped(reason === 'input' ? text : '')}
      onChange={(_, record) => onChange(record?.id ?? null)}
      renderInput={(parameters) => (
        <TextField
          {...parameters}
          {...field}
          slotProps={{ ...parameters.slotProps, htmlInput: { ...parameters.slotProps?.htmlInput, ...hidden } }}
        />
      )}
    />
  );
}
