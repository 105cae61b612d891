import type { CustomFieldType } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { ChoiceInput, FieldGrid, FlagInput, TextInput, type Values } from '../ui/form';
import { NumberInput } from '../ui/number-input';
import { DefaultInput } from './default-input';
import { TYPES } from './field-types';
import { OptionsInput } from './options-input';

interface Properties {
  readonly form: Values;
  readonly type: CustomFieldType;
  readonly stored: readonly string[];
  readonly isDisabled?: boolean;
}

export const DEFINITION_FIELDS = [
  'label',
  'description',
  'options',
  'isRequired',
  'isUnique',
  'isFilterable',
  'defaultValue',
  'maxLength',
  'minimum',
  'maximum',
] as const;

/** The inputs that the type of the field has. */
export function DefinitionInputs({ form, type, stored, isDisabled = false }: Properties) {
  const translate = useTranslate();
  const rules = TYPES[type];
  const common = (name: string) => ({ form, name, label: translate(`custom_fields.${name}`), isDisabled });
  return (
    <>
      <TextInput {...common('description')} help={translate('custom_fields.description_help')} />
      {rules.hasOptions && <OptionsInput form={form} stored={stored} isDisabled={isDisabled} />}
      {rules.hasLength && <NumberInput {...common('maxLength')} help={translate('custom_fields.maxLength_help')} />}
      {rules.hasBounds && (
        <FieldGrid>
          <NumberInput {...common('minimum')} />
          <NumberInput {...common('maximum')} />
        </FieldGrid>
      )}
      <div>
        <FlagInput {...common('isRequired')} help={translate('custom_fields.isRequired_help')} />
        {rules.canBeUnique && <FlagInput {...common('isUnique')} help={translate('custom_fields.isUnique_help')} />}
        <FlagInput {...common('isFilterable')} help={translate('custom_fields.isFilterable_help')} />
      </div>
      {rules.hasDefault && form.value('isUnique') !== true && <DefaultInput {...common('defaultValue')} type={type} />}
    </>
  );
}

interface TypeProperties {
  readonly form: Values;
  readonly names: readonly string[];
}

/** Chooses a type or a record type of a list. */
export function TypeInput({ form, names }: TypeProperties) {
  const translate = useTranslate();
  return (
    <ChoiceInput
      form={form}
      name="type"
      label={translate('custom_fields.type')}
      isRequired
      options={names.map((name) => ({ value: name, label: translate(`custom_fields.type_${name}`) }))}
    />
  );
}
