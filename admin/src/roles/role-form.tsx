import type { RoleView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import type { RecordData } from '../data/calls';
import { useEditForm } from '../data/use-edit-form';
import { Section } from '../settings/settings-page';
import { ChoiceInput, FieldGrid, FlagInput, Form, TextInput } from '../ui/form';
import { PermissionMatrix } from './permission-matrix';
import { SCOPES, useGrants } from './use-grants';

export function useRoleLabels(): Record<string, string> {
  const translate = useTranslate();
  return {
    name: translate('roles.name'),
    description: translate('roles.description'),
    recordAccess: translate('roles.scope'),
    requiresTotp: translate('roles.totp'),
    permissions: translate('roles.permissions'),
  };
}

/** The role as a form. Of a built-in role, only the second factor can be required. */
export function RoleForm({ role }: { readonly role: RoleView }) {
  const translate = useTranslate();
  const { can } = useAccess();
  const { canGrantScope } = useGrants();
  const labels = useRoleLabels();
  const form = useEditForm('roles', role as unknown as RecordData);
  const canSave = can('roles', 'manage');
  const isFixed = !canSave || role.isSystem;
  const common = (name: string) => ({ form, name, label: labels[name] ?? name, isDisabled: isFixed });
  const show = (name: string, value: unknown): string => {
    if (name === 'recordAccess') return translate(`roles.scope_${String(value)}`);
    return Array.isArray(value) ? value.join(', ') : String(value ?? '—');
  };
  return (
    <Form form={form} labels={labels} canSave={canSave} show={show} isLong>
      <Section title={translate('roles.details')}>
        <FieldGrid>
          <TextInput {...common('name')} isRequired empty="" />
          <TextInput {...common('description')} />
          <ChoiceInput
            {...common('recordAccess')}
            options={SCOPES.map((scope) => ({
              value: scope,
              label: translate(`roles.scope_${scope}`),
              isDisabled: !canGrantScope(scope),
            }))}
            help={translate('roles.scope_help')}
          />
          <FlagInput {...common('requiresTotp')} isDisabled={!canSave} help={translate('roles.totp_help')} />
        </FieldGrid>
      </Section>
      <Section title={translate('roles.permissions')} text={translate('roles.permissions_text')}>
        <PermissionMatrix
          chosen={form.value('permissions') as string[]}
          onChange={(permissions) => form.set('permissions', permissions)}
          isDisabled={isFixed}
        />
      </Section>
    </Form>
  );
}
