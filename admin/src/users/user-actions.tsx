import { Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import type { UserView } from '@kontor/sdk';
import { useState } from 'react';
import { useGetIdentity, useNotify, useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { ActionRow } from '../settings/action-row';
import { Section } from '../settings/settings-page';
import { ActionDialog } from '../ui/action-dialog';
import { TextInput } from '../ui/form';
import { useValues } from '../ui/use-values';
import { isolated } from '../ui/text';
import { DeactivateDialog } from './deactivate-dialog';
import { DeleteUserDialog } from './delete-user-dialog';
import { TransferDialog } from './transfer-dialog';
import { stateOf, type UserState } from './user-state';

type Action = 'resend' | 'email' | 'totp' | 'transfer' | 'deactivate' | 'reactivate' | 'delete' | 'restore';

interface Offer {
  readonly action: Action;
  readonly needs: string;
  readonly states: readonly UserState[];
  /** Whether the person can do it to the own account. */
  readonly isForSelf?: boolean;
  readonly isDanger?: boolean;
}

const OFFERS: readonly Offer[] = [
  { action: 'resend', needs: 'create', states: ['invited'] },
  { action: 'email', needs: 'update', states: ['invited', 'active', 'inactive'] },
  { action: 'totp', needs: 'update', states: ['active', 'inactive'] },
  { action: 'transfer', needs: 'transfer', states: ['invited', 'active', 'inactive'], isForSelf: true },
  { action: 'deactivate', needs: 'update', states: ['active', 'invited'], isDanger: true },
  { action: 'reactivate', needs: 'update', states: ['inactive'] },
  { action: 'delete', needs: 'delete', states: ['invited', 'active', 'inactive'], isDanger: true },
  { action: 'restore', needs: 'update', states: ['deleted'] },
];

/** What can be done with a user, by state and by what the person may do. */
export function UserActions({ user }: { readonly user: UserView }) {
  const translate = useTranslate();
  const { can } = useAccess();
  const { identity } = useGetIdentity();
  const [open, setOpen] = useState<Action>();
  const isSelf = identity?.id === user.id;
  const offers = OFFERS.filter(
    ({ needs, states, isForSelf }) =>
      can('users', needs) && states.includes(stateOf(user)) && (!isSelf || isForSelf === true),
  );
  if (offers.length === 0) return null;
  return (
    <Section title={translate('users.actions')} {...(isSelf && { text: translate('users.self') })}>
      {offers.map(({ action, isDanger }) => (
        <ActionRow key={action} title={translate(`users.${action}`)} text={translate(`users.${action}_text`)}>
          <Button variant="outlined" color={isDanger ? 'error' : 'inherit'} onClick={() => setOpen(action)}>
            {translate(`users.${action}_button`)}
          </Button>
        </ActionRow>
      ))}
      {open && <ActionForm action={open} user={user} onClose={() => setOpen(undefined)} />}
    </Section>
  );
}

interface FormProperties {
  readonly action: Action;
  readonly user: UserView;
  readonly onClose: () => void;
}

function ActionForm({ action, user, onClose }: FormProperties) {
  if (action === 'deactivate') return <DeactivateDialog user={user} onClose={onClose} />;
  if (action === 'transfer') return <TransferDialog user={user} onClose={onClose} />;
  if (action === 'delete') return <DeleteUserDialog user={user} onClose={onClose} />;
  return <SimpleAction action={action} user={user} onClose={onClose} />;
}

/** Actions that need at most an e-mail address. */
function SimpleAction({ action, user, onClose }: FormProperties) {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const { values, form } = useValues({ email: user.email });
  const send = async () => {
    if (action === 'email')
      await kontor.users.changeEmail(user.id, { email: String(values['email'] ?? '') }, { ifMatch: user });
    if (action === 'totp') await kontor.users.resetTotp(user.id);
    if (action === 'resend') await kontor.users.resendInvitation(user.id);
    if (action === 'reactivate') await kontor.users.reactivate(user.id);
    if (action === 'restore') await kontor.users.restore(user.id);
    await Promise.all([
      client.invalidateQueries({ queryKey: ['users'] }),
      client.invalidateQueries({ queryKey: ['record', user.id] }),
    ]);
    notify(`users.${action}_done`, { type: 'success', messageArgs: { name: isolated(user.name) } });
  };
  return (
    <ActionDialog
      title={translate(`users.${action}_title`, { name: isolated(user.name) })}
      text={translate(`users.${action}_text`)}
      button={translate(`users.${action}_button`)}
      fields={['email']}
      onSubmit={send}
      onClose={onClose}
    >
      {(errors) =>
        action === 'email' && (
          <TextInput
            form={form(errors)}
            name="email"
            type="email"
            label={translate('users.email')}
            isRequired
            isFocused
          />
        )
      }
    </ActionDialog>
  );
}
