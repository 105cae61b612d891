import { Alert, Button, Stack, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSignOut } from '../auth/use-sign-out';
import { RecoveryCodesDialog } from './recovery-codes';
import { TotpSetupDialog } from './totp-setup';

/** Replaces every screen while a role requires a second factor that the person has not set up. */
// oxlint-disable-next-line import/no-default-export -- `lazy` needs a default export
export default function RequiredSecondFactor({ onDone }: { readonly onDone: () => void }) {
  const translate = useTranslate();
  const signOut = useSignOut();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [codes, setCodes] = useState<readonly string[]>();
  const finish = async () => {
    await client.invalidateQueries();
    onDone();
  };
  return (
    <Stack spacing={2} sx={{ maxWidth: 480, mx: 'auto', mt: 6 }}>
      <Typography variant="h5" component="h1">
        {translate('profile.totp_required')}
      </Typography>
      <Alert severity="info">{translate('profile.totp_required_text')}</Alert>
      <Stack direction="row" spacing={1}>
        <Button variant="contained" onClick={() => setOpen(true)}>
          {translate('profile.totp_setup')}
        </Button>
        <Button onClick={signOut}>{translate('app.sign_out')}</Button>
      </Stack>
      {isOpen && <TotpSetupDialog onDone={setCodes} onClose={() => setOpen(false)} />}
      {codes && <RecoveryCodesDialog codes={codes} onClose={() => void finish()} />}
    </Stack>
  );
}
