import { Autocomplete, Box, Chip, TextField } from '@mui/material';
import { useId, useMemo } from 'react';
import { useTranslate } from 'react-admin';
import type { Values } from '../ui/form';
import { useEventTypes, withoutCovered } from './use-event-types';

interface Properties {
  readonly form: Values;
  readonly name: string;
  readonly label: string;
  readonly isDisabled?: boolean;
}
interface Option {
  readonly value: string;
  readonly group: string;
  readonly text: string;
}

function useOptions(): readonly Option[] {
  const translate = useTranslate();
  const types = useEventTypes();
  return useMemo(() => {
    if (!types) return [];
    const groups = [...new Set(types.map(({ type }) => type.split('.')[0] ?? type))];
    return [
      { value: '*', group: translate('events.everything'), text: translate('events.all') },
      ...groups.flatMap((group) => [
        { value: `${group}.*`, group, text: translate('events.all_of', { name: group }) },
        ...types
          .filter(({ type }) => type.startsWith(`${group}.`))
          .map(({ type, description }) => ({ value: type, group, text: description })),
      ]),
    ];
  }, [types, translate]);
}

/** Chooses event types and wildcards. The search finds names and descriptions. */
export function EventChoice({ form, name, label, isDisabled }: Properties) {
  const translate = useTranslate();
  const options = useOptions();
  const chosen = (form.value(name) ?? []) as readonly string[];
  const error = form.errors[name];
  const byValue = new Map(options.map((option) => [option.value, option]));
  const optionOf = (value: string): Option => byValue.get(value) ?? { value, group: '', text: '' };
  return (
    <Autocomplete<Option, true, false, boolean>
      id={useId()}
      multiple
      disableCloseOnSelect
      limitTags={6}
      // Without the list of types, names are typed.
      freeSolo={options.length === 0}
      options={options}
      value={chosen.map(optionOf)}
      disabled={isDisabled}
      groupBy={({ group }) => group}
      getOptionLabel={(option) => (typeof option === 'string' ? option : `${option.value} ${option.text}`)}
      getOptionKey={(option) => (typeof option === 'string' ? option : option.value)}
      isOptionEqualToValue={(one, other) => one.value === (typeof other === 'string' ? other : other.value)}
      onChange={(_, values) =>
        form.set(name, withoutCovered(values.map((value) => (typeof value === 'string' ? value.trim() : value.value))))
      }
      renderValue={(values, propertiesOf) =>
        values.map((option, index) => {
          const { key, ...properties } = propertiesOf({ index });
          const { value } = typeof option === 'string' ? optionOf(option) : option;
          return <Chip key={key} {...properties} label={value === '*' ? translate('events.all') : value} />;
        })
      }
      renderOption={({ key, ...properties }, { value, text }) => (
        <Box component="li" key={key} {...properties} sx={{ display: 'block !important' }}>
          <Box sx={{ fontSize: '0.8125rem', fontWeight: 550 }}>{value}</Box>
          <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{text}</Box>
        </Box>
      )}
      renderInput={(parameters) => (
        <TextField
          {...parameters}
          label={label}
          error={error !== undefined}
          helperText={error ?? translate('events.choice_help')}
        />
      )}
    />
  );
}
