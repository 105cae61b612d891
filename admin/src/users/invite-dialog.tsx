import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocaleState, useNotify, useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { ActionDialog } from '../ui/action-dialog';
import { ChoiceInput, FieldGrid, RecordInput, TextInput } from '../ui/form';
import { useProfile } from '../ui/profile';
import { useValues } from '../ui/use-values';
import { isolated } from '../ui/text';
import { LOCALES } from '../i18n';
import { RoleChoice } from './role-choice';
import { useRoles, useTeams } from './use-directory';

const FIELDS = ['email', 'firstName', 'lastName', 'title', 'teamId', 'managerId', 'locale', 'roleIds'];

/** Invites a person by e-mail. The person sets the password with the link in the mail. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const { can } = useAccess();
  const [language] = useLocaleState();
  const profile = useProfile();
  const { data: roles = [] } = useRoles();
  const { data: teams = [] } = useTeams();
  const { values, form: formOf } = useValues({ locale: language });
  const [roleIds, setRoleIds] = useState<string[]>([]);
  const invite = async () => {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value));
    const body = { ...given, ...(profile && { timezone: profile.timezone }), ...(roleIds.length > 0 && { roleIds }) };
    const { email } = await kontor.users.invite(body as { email: string });
    notify('users.invited', { type: 'success', messageArgs: { email: isolated(email) } });
    await client.invalidateQueries({ queryKey: ['users'] });
  };
  return (
    <ActionDialog
      title={translate('users.invite')}
      text={translate('users.invite_text')}
      button={translate('users.invite_button')}
      maxWidth="sm"
      fields={FIELDS}
      onSubmit={invite}
      onClose={onClose}
    >
      {(errors) => {
        const form = formOf(errors);
        const label = (name: string) => translate(`users.${name}`);
        return (
          <>
            <TextInput form={form} name="email" type="email" label={label('email')} isRequired isFocused />
            <FieldGrid>
              <TextInput form={form} name="firstName" label={label('firstName')} />
              <TextInput form={form} name="lastName" label={label('lastName')} />
              <TextInput form={form} name="title" label={label('title')} />
              <ChoiceInput
                form={form}
                name="locale"
                label={label('locale')}
                options={LOCALES.map((one) => ({ value: one.locale, label: one.name }))}
              />
              <ChoiceInput
                form={form}
                name="teamId"
                label={label('team')}
                none={translate('users.no_team')}
                options={teams.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <RecordInput form={form} name="managerId" label={label('manager')} resource="users" />
            </FieldGrid>
            {can('users', 'manage-roles') && roles.length > 0 && (
              <RoleChoice
                roles={roles}
                chosen={roleIds}
                onChange={setRoleIds}
                {...(errors['roleIds'] && { error: errors['roleIds'] })}
              />
            )}
          </>
        );
      }}
    </ActionDialog>
  );
}
