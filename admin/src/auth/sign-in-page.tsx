import { Alert, Box, Button, Link, Stack, TextField, Typography } from '@mui/material';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useLogin, useTranslate } from 'react-admin';
import { errorText } from '../api/errors';
import { kontor } from '../api/kontor';
import { Logo } from '../ui/logo';
import { SignInForm } from './sign-in-form';

const Frame = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Box component="main" sx={{ minHeight: '100dvh', display: 'grid', placeItems: 'center', p: 2 }}>
    <Stack spacing={3} sx={{ width: '100%', maxWidth: 380 }}>
      <Logo size={36} />
      <Typography component="h1" variant="h5">
        {title}
      </Typography>
      {children}
    </Stack>
  </Box>
);

/** Requests a mail with a link. The server answers the same whether or not the account exists. */
function ForgottenPassword({ email: typed, onBack }: { readonly email: string; readonly onBack: () => void }) {
  const translate = useTranslate();
  const [email, setEmail] = useState(typed);
  const [outcome, setOutcome] = useState<{ isSent: boolean; text: string }>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await kontor.auth.requestPasswordReset({ email });
      setOutcome({ isSent: true, text: translate('auth.reset_sent') });
    } catch (error) {
      setOutcome({ isSent: false, text: errorText(error) });
    }
  };
  return (
    <Frame title={translate('auth.reset_title')}>
      {outcome && <Alert severity={outcome.isSent ? 'success' : 'error'}>{outcome.text}</Alert>}
      {!outcome?.isSent && (
        <Stack component="form" spacing={2} onSubmit={(event) => void submit(event)}>
          <Typography color="textSecondary">{translate('auth.reset_help')}</Typography>
          <TextField
            label={translate('auth.email')}
            type="email"
            autoComplete="username"
            required
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
          <Button type="submit" variant="contained" size="large">
            {translate('auth.reset_button')}
          </Button>
        </Stack>
      )}
      <Link component="button" variant="body2" onClick={onBack}>
        {translate('auth.back')}
      </Link>
    </Frame>
  );
}

export function SignInPage() {
  const translate = useTranslate();
  const login = useLogin();
  const [forgotten, setForgotten] = useState<string>();
  return (
    <>
      {forgotten === undefined ? (
        <Frame title={translate('auth.title')}>
          <SignInForm
            button={translate('auth.button')}
            onSubmit={(credentials) => login(credentials)}
            onForgot={setForgotten}
          />
        </Frame>
      ) : (
        <ForgottenPassword email={forgotten} onBack={() => setForgotten(undefined)} />
      )}
    </>
  );
}
