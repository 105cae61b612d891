import type { UserView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import type { RecordData } from '../data/calls';
import { useEditForm } from '../data/use-edit-form';
import { LOCALES } from '../i18n';
import { CodeInput } from '../ui/code-input';
import { ChoiceInput, FieldGrid, Form, RecordInput, TextInput } from '../ui/form';
import { useTeams } from './use-directory';

const FIELDS = [
  'firstName',
  'lastName',
  'title',
  'department',
  'phone',
  'teamId',
  'managerId',
  'timezone',
  'locale',
] as const;

export function useUserLabels(): Record<string, string> {
  const translate = useTranslate();
  return {
    ...Object.fromEntries(FIELDS.map((name) => [name, translate(`users.${name}`)])),
    email: translate('users.email'),
    status: translate('users.status'),
    roles: translate('users.roles'),
  };
}

/** Languages of the UI, and the stored language if it is another one, such as `de-AT`. */
export const languagesWith = (stored: string): { value: string; label: string }[] => {
  const known = LOCALES.map(({ locale, name }) => ({ value: locale, label: name }));
  return known.some(({ value }) => value === stored) ? known : [...known, { value: stored, label: stored }];
};

/** The fields of a user. The team needs the access scope "all", because records move with their owner. */
export function UserDetails({ user }: { readonly user: UserView }) {
  const translate = useTranslate();
  const { access, can } = useAccess();
  const labels = useUserLabels();
  const { data: teams = [] } = useTeams();
  const form = useEditForm('users', user as unknown as RecordData);
  const canSave = can('users', 'update') && user.deletedAt === null;
  const canMove = access?.recordAccess === 'all';
  const teamOptions = teams.map(({ id, name }) => ({ value: id, label: name }));
  const nameOf = (name: string, value: unknown): string => {
    if (name === 'teamId') return teamOptions.find((one) => one.value === value)?.label ?? '—';
    return value === null || value === undefined ? '—' : String(value);
  };
  const label = (name: (typeof FIELDS)[number]) => ({ name, label: labels[name] ?? name, form, isDisabled: !canSave });
  return (
    <Form form={form} labels={labels} canSave={canSave} show={nameOf}>
      <FieldGrid>
        <TextInput {...label('firstName')} empty="" />
        <TextInput {...label('lastName')} empty="" />
        <TextInput {...label('title')} />
        <TextInput {...label('department')} />
        <TextInput {...label('phone')} />
        <RecordInput {...label('managerId')} resource="users" />
        <ChoiceInput
          {...label('teamId')}
          none={translate('users.no_team')}
          options={
            user.team && teamOptions.length === 0 ? [{ value: user.team.id, label: user.team.name }] : teamOptions
          }
          isDisabled={!canSave || !canMove}
          help={translate(canMove ? 'users.team_help' : 'users.team_needs_all')}
        />
        <ChoiceInput {...label('locale')} options={languagesWith(user.locale)} />
        <CodeInput {...label('timezone')} kind="timezone" />
      </FieldGrid>
    </Form>
  );
}
