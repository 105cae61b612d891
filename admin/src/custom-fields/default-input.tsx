import { Autocomplete, TextField } from '@mui/material';
import type { CustomFieldType } from '@kontor/sdk';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { ChoiceInput, TextInput, type Values } from '../ui/form';
import { NumberInput } from '../ui/number-input';
import type { Option } from './options-input';

interface Properties {
  readonly form: Values;
  readonly name: string;
  readonly label: string;
  readonly isDisabled: boolean;
  readonly type: CustomFieldType;
}

/** The default value of new records, with the input of the type. */
export function DefaultInput({ type, ...field }: Properties) {
  const translate = useTranslate();
  const { form, name } = field;
  const options = ((form.value('options') ?? []) as readonly Option[]).filter((one) => !one.archived && one.value);
  switch (type) {
    case 'number':
      return <NumberInput {...field} />;
    case 'date':
      return <TextInput {...field} type="date" />;
    case 'boolean':
      return (
        <ChoiceInput
          {...field}
          form={{
            ...form,
            value: () => (typeof form.value(name) === 'boolean' ? String(form.value(name)) : ''),
            set: (_, value) => form.set(name, value === null ? null : value === 'true'),
          }}
          none={translate('custom_fields.no_default')}
          options={[
            { value: 'true', label: translate('app.yes') },
            { value: 'false', label: translate('app.no') },
          ]}
        />
      );
    case 'choice':
      return <ChoiceInput {...field} none={translate('custom_fields.no_default')} options={options} />;
    case 'multi-choice':
      return <ManyChoices {...field} options={options} />;
    default:
      return <TextInput {...field} />;
  }
}

function ManyChoices({
  form,
  name,
  label,
  isDisabled,
  options,
}: Omit<Properties, 'type'> & { readonly options: readonly Option[] }) {
  const value = (form.value(name) ?? []) as string[];
  return (
    <Autocomplete
      multiple
      id={useId()}
      options={options.map((one) => one.value)}
      getOptionLabel={(option) => options.find((one) => one.value === option)?.label ?? option}
      value={value}
      disabled={isDisabled}
      onChange={(_, chosen) => form.set(name, chosen.length > 0 ? chosen : null)}
      renderInput={(parameters) => (
        <TextField {...parameters} label={label} error={name in form.errors} helperText={form.errors[name]} />
      )}
    />
  );
}
