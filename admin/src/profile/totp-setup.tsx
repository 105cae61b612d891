import { Button, LinearProgress, Stack, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import type { TotpSetupView } from '@kontor/sdk';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { ActionDialog } from '../ui/action-dialog';
import { CopyField } from '../ui/copy-field';
import { ErrorNote } from '../ui/feedback';
import { TextInput, type Values } from '../ui/form';
import { useValues } from '../ui/use-values';
import { QrCode } from './qr-code';

/** Starts the setup once and holds the secret, which the server does not show again. */
function useSetup() {
  const [setup, setSetup] = useState<TotpSetupView>();
  const [error, setError] = useState<unknown>();
  const isStarted = useRef(false);
  const start = async () => {
    setError(undefined);
    try {
      setSetup(await kontor.auth.startTotpSetup());
    } catch (failure) {
      setError(failure);
    }
  };
  useEffect(() => {
    if (isStarted.current) return;
    isStarted.current = true;
    void start();
  }, []);
  return { setup, error, start };
}

interface Properties {
  readonly onDone: (recoveryCodes: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Shows the secret as a QR code and as text, and asks for a code of the app. */
export function TotpSetupDialog({ onDone, onClose }: Properties) {
  const translate = useTranslate();
  const client = useQueryClient();
  const { setup, error, start } = useSetup();
  const { values, form } = useValues();
  return (
    <ActionDialog
      title={translate('profile.totp_setup')}
      button={translate('profile.totp_confirm')}
      fields={['code']}
      isDisabled={!setup}
      onSubmit={async () => {
        const code = String(values['code'] ?? '').replaceAll(/\s/g, '');
        onDone((await kontor.auth.confirmTotpSetup({ code })).recoveryCodes);
        await client.invalidateQueries({ queryKey: ['totp'] });
      }}
      onClose={onClose}
    >
      {(errors) => (
        <>
          {error !== undefined && <ErrorNote error={error} onRetry={() => void start()} />}
          {!setup && error === undefined && <LinearProgress aria-label={translate('app.loading')} />}
          {setup && <TotpSecret setup={setup} form={form(errors)} />}
        </>
      )}
    </ActionDialog>
  );
}

function TotpSecret({ setup, form }: { readonly setup: TotpSetupView; readonly form: Values }) {
  const translate = useTranslate();
  const [isTyped, setTyped] = useState(false);
  return (
    <Stack spacing={2}>
      <Typography>{translate('profile.totp_scan')}</Typography>
      <QrCode text={setup.uri} label={translate('profile.qr_code')} />
      {isTyped ? (
        <CopyField label={translate('profile.totp_secret')} text={setup.secret} />
      ) : (
        <Button onClick={() => setTyped(true)} sx={{ alignSelf: 'center' }}>
          {translate('profile.totp_type')}
        </Button>
      )}
      <TextInput
        form={form}
        name="code"
        label={translate('auth.code')}
        help={translate('auth.code_help')}
        autoComplete="one-time-code"
        isRequired
        isFocused
        empty=""
      />
    </Stack>
  );
}
