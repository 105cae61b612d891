import { Button } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { Section } from '../settings/settings-page';
import { ActionDialog } from '../ui/action-dialog';
import { TextInput } from '../ui/form';
import { useValues } from '../ui/use-values';
import { SecondFactor } from './second-factor';

export const useTotp = () => useQuery({ queryKey: ['totp'], queryFn: () => kontor.auth.getTotp() });

/** Password and second factor. */
export function SecurityTab() {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Section
        title={translate('profile.password')}
        text={translate('profile.password_text')}
        actions={
          <Button variant="outlined" onClick={() => setOpen(true)}>
            {translate('profile.change_password')}
          </Button>
        }
      />
      <SecondFactor />
      {isOpen && <PasswordDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function PasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const { data: totp } = useTotp();
  const { values, form: formOf } = useValues();
  const isDifferent = values['again'] !== undefined && values['again'] !== values['newPassword'];
  const change = async () => {
    const code = String(values['code'] ?? '').replaceAll(' ', '');
    await kontor.auth.changePassword({
      currentPassword: String(values['currentPassword'] ?? ''),
      newPassword: String(values['newPassword'] ?? ''),
      ...(code && { code }),
    });
    notify('profile.password_changed', { type: 'success' });
    await client.invalidateQueries({ queryKey: ['sessions'] });
  };
  return (
    <ActionDialog
      title={translate('profile.change_password')}
      text={translate('profile.change_password_text')}
      button={translate('profile.change_password')}
      fields={['currentPassword', 'newPassword', 'code']}
      isDisabled={isDifferent || values['again'] === undefined}
      onSubmit={change}
      onClose={onClose}
    >
      {(errors) => {
        const form = formOf({ ...errors, ...(isDifferent && { again: translate('profile.passwords_differ') }) });
        const label = (name: string) => translate(`profile.${name}`);
        return (
          <>
            <TextInput
              form={form}
              name="currentPassword"
              type="password"
              label={label('current_password')}
              autoComplete="current-password"
              isRequired
              isFocused
            />
            <TextInput
              form={form}
              name="newPassword"
              type="password"
              label={label('new_password')}
              help={translate('profile.password_rules')}
              autoComplete="new-password"
              isRequired
            />
            <TextInput
              form={form}
              name="again"
              type="password"
              label={label('again')}
              autoComplete="new-password"
              isRequired
            />
            {totp?.isEnabled && (
              <TextInput
                form={form}
                name="code"
                label={translate('auth.code')}
                help={translate('profile.code_help')}
                autoComplete="one-time-code"
              />
            )}
          </>
        );
      }}
    </ActionDialog>
  );
}
