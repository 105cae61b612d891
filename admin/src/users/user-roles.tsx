import type { UserView } from '@kontor/sdk';
import { Typography } from '@mui/material';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import type { RecordData } from '../data/calls';
import { useEditForm } from '../data/use-edit-form';
import type { SaveCalls } from '../data/use-save';
import { Form } from '../ui/form';
import { UserText } from '../ui/text';
import { RoleChoice } from './role-choice';
import { useRoles } from './use-directory';

const withRoleIds = ({ id, version, roles }: UserView): RecordData => ({
  id,
  version,
  roleIds: roles.map((role) => role.id).sort(),
});

/** Roles are set together by a call of their own. */
const calls = {
  get: async (id: string) => withRoleIds(await kontor.users.get(id)),
  update: (id: string, body: { roleIds: string[] }, options: object) => kontor.users.setRoles(id, body, options),
} as unknown as SaveCalls;

export function UserRoles({ user }: { readonly user: UserView }) {
  const translate = useTranslate();
  const { can } = useAccess();
  const { data: roles } = useRoles();
  const record = useMemo(() => withRoleIds(user), [user]);
  const form = useEditForm('users', record, calls);
  const canSave = can('users', 'manage-roles') && user.deletedAt === null;
  const names = user.roles.map(({ name }) => name).join(', ');
  if (!roles)
    return (
      <Typography component="div">
        <UserText isCut={false}>{names || '—'}</UserText>
      </Typography>
    );
  const show = (_: string, value: unknown): string =>
    roles
      .filter(({ id }) => (value as string[]).includes(id))
      .map(({ name }) => name)
      .join(', ');
  return (
    <Form form={form} labels={{ roleIds: translate('users.roles') }} canSave={canSave} show={show}>
      <RoleChoice
        roles={roles}
        chosen={form.value('roleIds') as string[]}
        onChange={(ids) => form.set('roleIds', ids.toSorted())}
        isDisabled={!canSave}
        isLegendHidden
        {...(form.errors['roleIds'] && { error: form.errors['roleIds'] })}
      />
    </Form>
  );
}
