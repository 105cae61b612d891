import MoreIcon from '@mui/icons-material/MoreVert';
import { Button, IconButton, Menu, MenuItem } from '@mui/material';
import type { NewWebhookView, WebhookView } from '@kontor/sdk';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { useAction } from '../settings/use-action';
import { SecretDialog } from './secret-dialog';
import { DeleteWebhookDialog, RecoverDialog, RotateSecretDialog } from './webhook-dialogs';

type DialogName = 'rotate' | 'recover' | 'delete';

/** Test, switch, recover, new secret, delete and restore. */
export function WebhookActions({ webhook }: { readonly webhook: WebhookView }) {
  const translate = useTranslate();
  const { can } = useAccess();
  const [, setAddress] = useSearchParams();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [dialog, setDialog] = useState<DialogName>();
  const [secret, setSecret] = useState<NewWebhookView>();
  const { run, busy } = useAction([['webhooks'], ['record', webhook.id]]);
  const { id, enabled, deletedAt } = webhook;
  const canUpdate = can('webhooks', 'update');
  const precondition = { ifMatch: webhook };
  const close = () => setDialog(undefined);
  if (deletedAt)
    return canUpdate ? (
      <Button
        variant="outlined"
        loading={busy === 'restore'}
        onClick={() => void run('restore', () => kontor.webhooks.restore(id, precondition), 'record.restored')}
      >
        {translate('app.restore')}
      </Button>
    ) : null;
  const test = () =>
    run('test', async () => setAddress({ tab: 'deliveries', open: (await kontor.webhooks.test(id)).id }));
  const change = () =>
    enabled
      ? run('switch', () => kontor.webhooks.disable(id, precondition), 'webhooks.was_disabled')
      : run('switch', () => kontor.webhooks.enable(id, precondition), 'webhooks.was_enabled');
  const items: readonly DialogName[] = [
    ...(canUpdate ? (['recover', 'rotate'] as const) : []),
    ...(can('webhooks', 'delete') ? (['delete'] as const) : []),
  ];
  return (
    <>
      {canUpdate && (
        <>
          <Button variant="outlined" loading={busy === 'test'} onClick={() => void test()}>
            {translate('webhooks.test')}
          </Button>
          <Button variant="outlined" loading={busy === 'switch'} onClick={() => void change()}>
            {translate(enabled ? 'webhooks.disable' : 'webhooks.enable')}
          </Button>
        </>
      )}
      {items.length > 0 && (
        <IconButton
          aria-label={translate('webhooks.more')}
          aria-haspopup="menu"
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <MoreIcon />
        </IconButton>
      )}
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {items.map((name) => (
          <MenuItem
            key={name}
            onClick={() => {
              setAnchor(null);
              setDialog(name);
            }}
          >
            {translate(`webhooks.menu_${name}`)}
          </MenuItem>
        ))}
      </Menu>
      {dialog === 'rotate' && <RotateSecretDialog webhook={webhook} onRotated={setSecret} onClose={close} />}
      {dialog === 'recover' && <RecoverDialog webhook={webhook} onClose={close} />}
      {dialog === 'delete' && <DeleteWebhookDialog webhook={webhook} onClose={close} />}
      {secret && <SecretDialog webhook={secret} onClose={() => setSecret(undefined)} />}
    </>
  );
}
