import AddIcon from '@mui/icons-material/Add';
import { Box, Button, FormControlLabel, Stack, Switch } from '@mui/material';
import type { ApiKeyView, NewApiKeyView } from '@kontor/sdk';
import { useState } from 'react';
import { useGetIdentity, useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { StatusChip } from '../fields/field-value';
import { Pages } from '../records/page/pages';
import { Section } from '../settings/settings-page';
import { useFormats } from '../ui/profile';
import { isolated, Muted, UserText } from '../ui/text';
import { CreateKeyDialog } from './create-key-dialog';
import { NewKeyDialog, RevokeKeyDialog, RotateKeyDialog } from './key-dialogs';

type Open = { readonly kind: 'rotate' | 'revoke'; readonly apiKey: ApiKeyView } | { readonly kind: 'create' };

/** The API keys of the person. */
export function ApiKeys() {
  const translate = useTranslate();
  const { can } = useAccess();
  const { identity } = useGetIdentity();
  const [areRevoked, setRevoked] = useState(false);
  const [open, setOpen] = useState<Open>();
  const [created, setCreated] = useState<NewApiKeyView>();
  const close = () => setOpen(undefined);
  return (
    <Section
      title={translate('profile.tab_api_keys')}
      text={translate('profile.keys_text')}
      actions={
        <>
          <FormControlLabel
            control={<Switch size="small" checked={areRevoked} onChange={(_, isOn) => setRevoked(isOn)} />}
            label={translate('profile.keys_revoked')}
            slotProps={{ typography: { variant: 'body2' } }}
          />
          {can('api-keys', 'create') && (
            <Button variant="contained" startIcon={<AddIcon />} onClick={() => setOpen({ kind: 'create' })}>
              {translate('profile.create_key')}
            </Button>
          )}
        </>
      }
    >
      {identity && (
        <Pages<ApiKeyView>
          queryKey={['api-keys', areRevoked]}
          read={(options) =>
            kontor.apiKeys.list({ ...options, createdById: [String(identity.id)], revoked: areRevoked })
          }
          keyOf={({ id }) => id}
          empty={{ title: translate('profile.keys_empty'), text: translate('profile.keys_empty_text') }}
        >
          {(apiKey) => (
            <KeyRow
              apiKey={apiKey}
              onRotate={() => setOpen({ kind: 'rotate', apiKey })}
              onRevoke={() => setOpen({ kind: 'revoke', apiKey })}
            />
          )}
        </Pages>
      )}
      {open?.kind === 'create' && <CreateKeyDialog onCreated={setCreated} onClose={close} />}
      {open?.kind === 'rotate' && <RotateKeyDialog apiKey={open.apiKey} onCreated={setCreated} onClose={close} />}
      {open?.kind === 'revoke' && <RevokeKeyDialog apiKey={open.apiKey} onClose={close} />}
      {created && <NewKeyDialog apiKey={created} onClose={() => setCreated(undefined)} />}
    </Section>
  );
}

interface RowProperties {
  readonly apiKey: ApiKeyView;
  readonly onRotate: () => void;
  readonly onRevoke: () => void;
}

function KeyRow({ apiKey, onRotate, onRevoke }: RowProperties) {
  const translate = useTranslate();
  const { can } = useAccess();
  const { date, dateTime } = useFormats();
  const { name, keyPrefix, scopes, expiresAt, lastUsedAt, revokedAt, previousExpiresAt } = apiKey;
  const isExpired = expiresAt !== null && new Date(expiresAt) < new Date();
  const facts = [
    expiresAt ? translate('profile.key_expires', { date: date(expiresAt) }) : translate('profile.key_no_expiry'),
    lastUsedAt ? translate('profile.key_used', { at: dateTime(lastUsedAt) }) : translate('profile.key_unused'),
    ...(previousExpiresAt && new Date(previousExpiresAt) > new Date()
      ? [translate('profile.key_previous', { at: dateTime(previousExpiresAt) })]
      : []),
  ];
  return (
    <Stack
      direction="row"
      useFlexGap
      spacing={1}
      sx={{ alignItems: 'center', flexWrap: 'wrap', borderTop: 1, borderColor: 'divider', py: 1.25 }}
    >
      <Box sx={{ flex: 1, minWidth: 220, fontSize: '0.8125rem' }}>
        <Stack direction="row" spacing={1} sx={{ fontWeight: 550, alignItems: 'center' }}>
          <UserText>{name}</UserText>
          {revokedAt && <StatusChip label={translate('profile.key_revoked')} value="lost" />}
          {isExpired && !revokedAt && <StatusChip label={translate('profile.key_expired')} value="pending" />}
        </Stack>
        <Muted>
          <UserText isCut={false}>{`${keyPrefix}… · ${scopes.join(', ')}`}</UserText>
          {facts.join(' · ')}
        </Muted>
      </Box>
      {!revokedAt && (
        <>
          {can('api-keys', 'update') && (
            <Button
              variant="outlined"
              onClick={onRotate}
              aria-label={translate('profile.rotate_key_named', { name: isolated(name) })}
            >
              {translate('profile.rotate_key')}
            </Button>
          )}
          {can('api-keys', 'delete') && (
            <Button
              variant="outlined"
              color="error"
              onClick={onRevoke}
              aria-label={translate('profile.revoke_key_named', { name: isolated(name) })}
            >
              {translate('profile.revoke_key')}
            </Button>
          )}
        </>
      )}
    </Stack>
  );
}
