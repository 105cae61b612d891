import { useQueryClient } from '@tanstack/react-query';
import type { CustomFieldCreate, CustomFieldType } from '@kontor/sdk';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { ActionDialog } from '../ui/action-dialog';
import { ChoiceInput, FieldGrid, TextInput, type Values } from '../ui/form';
import { useValues } from '../ui/use-values';
import { DEFINITION_FIELDS, DefinitionInputs, TypeInput } from './definition-inputs';
import { keyFor, RESOURCES, TYPE_NAMES, TYPES, type FieldResource } from './field-types';

interface Properties {
  readonly resource: FieldResource;
  readonly onClose: () => void;
}

const NONE: readonly string[] = [];

/** Leaves out what the chosen type does not have, such as choices that were typed for another type. */
function bodyOf(values: Readonly<Record<string, unknown>>, type: CustomFieldType): Record<string, unknown> {
  const rules = TYPES[type];
  const excluded = [
    ...(rules.hasOptions ? [] : ['options']),
    ...(rules.hasBounds ? [] : ['minimum', 'maximum']),
    ...(rules.hasLength ? [] : ['maxLength']),
    ...(rules.hasTarget ? [] : ['targetResource']),
    ...(rules.canBeUnique ? [] : ['isUnique']),
    ...(rules.hasDefault && values['isUnique'] !== true ? [] : ['defaultValue']),
  ];
  const given = Object.entries(values).filter(([name, value]) => value !== null && !excluded.includes(name));
  return Object.fromEntries(given);
}

/** Creates a custom field. Key and type cannot be changed later. */
export function CreateFieldDialog({ resource, onClose }: Properties) {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const { values, form: formOf } = useValues({ type: 'text' });
  const [isOwnKey, setOwnKey] = useState(false);
  const type = values['type'] as CustomFieldType;
  const key = isOwnKey ? values['key'] : keyFor(String(values['label'] ?? ''));
  const create = async () => {
    const field = await kontor.customFields.create({ ...bodyOf(values, type), resource, key } as CustomFieldCreate);
    notify('custom_fields.created', { type: 'success', messageArgs: { label: field.label } });
    await client.invalidateQueries({ queryKey: ['custom-fields'] });
    await client.invalidateQueries({ queryKey: ['meta', resource] });
  };
  return (
    <ActionDialog
      title={translate('custom_fields.create')}
      text={translate('custom_fields.create_text', { resource: translate(`records.${resource}.many`) })}
      button={translate('app.save')}
      maxWidth="sm"
      fields={[...DEFINITION_FIELDS, 'key', 'type', 'targetResource']}
      onSubmit={create}
      onClose={onClose}
    >
      {(errors) => {
        const form = formOf(errors);
        const keyForm: Values = {
          ...form,
          value: (name) => (name === 'key' ? key : form.value(name)),
          set: (name, value) => {
            setOwnKey(true);
            form.set(name, value);
          },
        };
        return (
          <>
            <TextInput
              form={form}
              name="label"
              label={translate('custom_fields.label')}
              isRequired
              isFocused
              empty=""
            />
            <FieldGrid>
              <TypeInput form={form} names={TYPE_NAMES} />
              <TextInput
                form={keyForm}
                name="key"
                label={translate('custom_fields.key')}
                help={translate('custom_fields.key_help')}
                isRequired
                empty=""
              />
            </FieldGrid>
            {TYPES[type].hasTarget && (
              <ChoiceInput
                form={form}
                name="targetResource"
                label={translate('custom_fields.targetResource')}
                isRequired
                options={RESOURCES.map((one) => ({ value: one, label: translate(`records.${one}.many`) }))}
              />
            )}
            <DefinitionInputs form={form} type={type} stored={NONE} />
          </>
        );
      }}
    </ActionDialog>
  );
}
