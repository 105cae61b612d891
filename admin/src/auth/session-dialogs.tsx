import { Button, Dialog, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useGetIdentity, useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { sessionPrompt } from '../api/session';
import { signIn, type SignIn } from './auth-provider';
import { SignInForm } from './sign-in-form';

/** Asks for the password over the page, so that typed text is not lost. */
export function SessionDialogs() {
  const translate = useTranslate();
  const client = useQueryClient();
  const { identity } = useGetIdentity();
  const prompt = useSyncExternalStore(sessionPrompt.subscribe, sessionPrompt.current);
  if (prompt === undefined) return null;
  const isLost = prompt === 'sign-in';

  const submit = async ({ password, code, recoveryCode, email }: SignIn) => {
    const factor = { ...(code && { code }), ...(recoveryCode && { recoveryCode }) };
    if (!isLost) await kontor.auth.reauthenticate({ password, ...factor });
    else {
      const id = await signIn({ email, password, ...factor });
      // Another person must not see or send what the first person read and typed.
      if (id !== identity?.id) return globalThis.location.reload();
      void client.invalidateQueries({ queryKey: ['access'] });
    }
    sessionPrompt.close(true);
  };
  return (
    <Dialog open maxWidth="xs" fullWidth aria-labelledby="session-title">
      <DialogTitle id="session-title">{translate(isLost ? 'auth.lost_title' : 'auth.step_up_title')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>
          {translate(isLost ? 'auth.lost_text' : 'auth.step_up_text')}
        </DialogContentText>
        <SignInForm
          email={identity?.email as string | undefined}
          button={translate(isLost ? 'auth.button' : 'auth.step_up_button')}
          onSubmit={submit}
        />
        <Button sx={{ mt: 1 }} fullWidth onClick={() => sessionPrompt.close(false)}>
          {translate('app.cancel')}
        </Button>
      </DialogContent>
    </Dialog>
  );
}
