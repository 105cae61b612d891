import AddIcon from '@mui/icons-material/Add';
import { Box, Button, Chip, Stack } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import type { RoleView } from '@kontor/sdk';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { DataTable, type Column } from '../settings/data-table';
import { SettingsPage } from '../settings/settings-page';
import { ActionDialog } from '../ui/action-dialog';
import { ChoiceInput, TextInput } from '../ui/form';
import { useFormats } from '../ui/profile';
import { Muted, UserText } from '../ui/text';
import { useValues } from '../ui/use-values';
import { useRoles } from '../users/use-directory';
import { SCOPES, useGrants } from './use-grants';

export function Screen() {
  const translate = useTranslate();
  const { number } = useFormats();
  const { can } = useAccess();
  const { data, error, refetch } = useRoles();
  const [isCreating, setCreating] = useState(false);
  const columns: readonly Column<RoleView>[] = [
    {
      name: 'name',
      label: translate('roles.name'),
      show: (role) => (
        <>
          <Stack direction="row" spacing={1} sx={{ alignItems: 'center', fontWeight: 550 }}>
            <UserText to={`/settings/roles/${role.id}`}>{role.name}</UserText>
            {role.isSystem && <Chip label={translate('roles.built_in')} variant="outlined" sx={{ height: 20 }} />}
          </Stack>
          <Box sx={{ color: 'text.secondary' }}>
            <UserText>{role.description ?? ''}</UserText>
          </Box>
        </>
      ),
    },
    {
      name: 'scope',
      label: translate('roles.scope'),
      show: ({ recordAccess }) => translate(`roles.scope_${recordAccess}`),
    },
    {
      name: 'permissions',
      label: translate('roles.permissions'),
      align: 'right',
      from: 'sm',
      show: ({ permissions }) => number(permissions.length),
    },
    {
      name: 'totp',
      label: translate('roles.totp'),
      from: 'md',
      show: ({ requiresTotp }) => (requiresTotp ? translate('roles.totp_required') : <Muted>—</Muted>),
    },
  ];
  return (
    <SettingsPage
      title={translate('settings.roles')}
      text={translate('roles.text')}
      actions={
        can('roles', 'manage') && (
          <Button variant="contained" startIcon={<AddIcon />} onClick={() => setCreating(true)}>
            {translate('roles.create')}
          </Button>
        )
      }
    >
      <DataTable<RoleView>
        label={translate('settings.roles')}
        columns={columns}
        items={data}
        keyOf={({ id }) => id}
        error={error}
        onRetry={() => void refetch()}
        empty={{ title: translate('roles.empty') }}
      />
      {isCreating && data && <CreateRoleDialog roles={data} onClose={() => setCreating(false)} />}
    </SettingsPage>
  );
}

interface CreateProperties {
  readonly roles: readonly RoleView[];
  readonly onClose: () => void;
}

/** Creates a role, empty or as a copy of another role. The permissions are chosen on the page of the role. */
function CreateRoleDialog({ roles, onClose }: CreateProperties) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { canGrantScope, reasonAgainst } = useGrants();
  const { values, form: formOf } = useValues({ recordAccess: 'own' });
  const create = async () => {
    const copied = roles.find(({ id }) => id === values['copy']);
    const role = await kontor.roles.create({
      name: String(values['name']),
      ...(typeof values['description'] === 'string' && { description: values['description'] }),
      recordAccess: values['recordAccess'] as RoleView['recordAccess'],
      ...(copied && { permissions: copied.permissions }),
    });
    await client.invalidateQueries({ queryKey: ['roles'] });
    void navigate(`/settings/roles/${role.id}`);
  };
  return (
    <ActionDialog
      title={translate('roles.create')}
      button={translate('app.save')}
      fields={['name', 'description', 'recordAccess']}
      onSubmit={create}
      onClose={onClose}
    >
      {(errors) => {
        const form = formOf(errors);
        return (
          <>
            <TextInput form={form} name="name" label={translate('roles.name')} isRequired isFocused />
            <TextInput form={form} name="description" label={translate('roles.description')} />
            <ChoiceInput
              form={form}
              name="recordAccess"
              label={translate('roles.scope')}
              options={SCOPES.map((scope) => ({
                value: scope,
                label: translate(`roles.scope_${scope}`),
                isDisabled: !canGrantScope(scope),
              }))}
              help={translate('roles.scope_help')}
            />
            <ChoiceInput
              form={form}
              name="copy"
              label={translate('roles.copy')}
              none={translate('roles.copy_none')}
              options={roles.map((role) => ({
                value: role.id,
                label: role.name,
                isDisabled: reasonAgainst(role) !== undefined,
              }))}
            />
          </>
        );
      }}
    </ActionDialog>
  );
}
