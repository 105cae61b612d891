import { Alert, Button, Stack, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { Section } from '../settings/settings-page';
import { ActionDialog } from '../ui/action-dialog';
import { ErrorNote, Loading } from '../ui/feedback';
import { TextInput } from '../ui/form';
import { useFormats } from '../ui/profile';
import { useValues } from '../ui/use-values';
import { RecoveryCodesDialog } from './recovery-codes';
import { useTotp } from './security-tab';
import { TotpSetupDialog } from './totp-setup';

type Step = 'setup' | 'disable' | 'codes';
const FEW = 3;

/** The second factor: set up, new recovery codes, turn off. */
export function SecondFactor() {
  const translate = useTranslate();
  const { date } = useFormats();
  const { data: totp, error, refetch } = useTotp();
  const [step, setStep] = useState<Step>();
  const [codes, setCodes] = useState<readonly string[]>();
  const close = () => setStep(undefined);
  return (
    <Section title={translate('profile.totp')} text={translate('profile.totp_text')}>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!totp && !error && <Loading />}
      {totp && !totp.isEnabled && (
        <Button variant="contained" onClick={() => setStep('setup')}>
          {translate('profile.totp_setup')}
        </Button>
      )}
      {totp?.isEnabled && (
        <Stack spacing={1.5}>
          <Typography>
            {translate('profile.totp_since', { date: totp.enabledAt ? date(totp.enabledAt) : '' })}{' '}
            {translate('profile.codes_left', { smart_count: totp.recoveryCodesLeft })}
          </Typography>
          {totp.recoveryCodesLeft <= FEW && <Alert severity="warning">{translate('profile.codes_few')}</Alert>}
          <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
            <Button variant="outlined" onClick={() => setStep('codes')}>
              {translate('profile.new_codes')}
            </Button>
            <Button variant="outlined" color="error" onClick={() => setStep('disable')}>
              {translate('profile.totp_disable')}
            </Button>
          </Stack>
        </Stack>
      )}
      {step === 'setup' && <TotpSetupDialog onDone={setCodes} onClose={close} />}
      {step === 'codes' && <NewCodesDialog onDone={setCodes} onClose={close} />}
      {step === 'disable' && <DisableDialog onClose={close} />}
      {codes && <RecoveryCodesDialog codes={codes} onClose={() => setCodes(undefined)} />}
    </Section>
  );
}

interface CodesProperties {
  readonly onDone: (codes: readonly string[]) => void;
  readonly onClose: () => void;
}

function NewCodesDialog({ onDone, onClose }: CodesProperties) {
  const translate = useTranslate();
  const client = useQueryClient();
  return (
    <ActionDialog
      title={translate('profile.new_codes')}
      text={translate('profile.new_codes_text')}
      button={translate('profile.new_codes')}
      onSubmit={async () => {
        onDone((await kontor.auth.regenerateRecoveryCodes()).recoveryCodes);
        await client.invalidateQueries({ queryKey: ['totp'] });
      }}
      onClose={onClose}
    />
  );
}

function DisableDialog({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const { values, form: formOf } = useValues();
  return (
    <ActionDialog
      title={translate('profile.totp_disable')}
      text={translate('profile.totp_disable_text')}
      button={translate('profile.totp_disable')}
      isDanger
      fields={['code', 'newPassword']}
      onSubmit={async () => {
        const code = String(values['code'] ?? '').replaceAll(' ', '');
        const newPassword = values['newPassword'];
        await kontor.auth.disableTotp({
          ...(/^\d{6}$/.test(code) ? { code } : { recoveryCode: code }),
          ...(typeof newPassword === 'string' && { newPassword }),
        });
        await client.invalidateQueries({ queryKey: ['totp'] });
        notify('profile.totp_disabled', { type: 'success' });
      }}
      onClose={onClose}
    >
      {(errors) => {
        const form = formOf(errors);
        return (
          <>
            <TextInput
              form={form}
              name="code"
              label={translate('profile.code_or_recovery')}
              autoComplete="one-time-code"
              isRequired
              isFocused
            />
            <TextInput
              form={form}
              name="newPassword"
              type="password"
              label={translate('profile.new_password')}
              help={translate('profile.new_password_if_short')}
              autoComplete="new-password"
            />
          </>
        );
      }}
    </ActionDialog>
  );
}
