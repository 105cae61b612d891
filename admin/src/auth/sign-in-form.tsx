import { Alert, Button, Link, Stack, TextField } from '@mui/material';
import { isKontorError } from '@kontor/sdk';
import { useState, type FormEvent } from 'react';
import { useTranslate } from 'react-admin';
import { errorText } from '../api/errors';
import { needsCode, type SignIn } from './auth-provider';

interface Properties {
  /** The address of a person who is signed in already. */
  readonly email?: string;
  readonly button: string;
  readonly onSubmit: (credentials: SignIn) => Promise<void>;
  readonly onForgot?: (email: string) => void;
}

/** Asks for the password, and for a code once the server needs one. Also confirms the password of an open session. */
export function SignInForm({ email: fixed, button, onSubmit, onForgot }: Properties) {
  const translate = useTranslate();
  const [email, setEmail] = useState(fixed ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [step, setStep] = useState<'password' | 'code' | 'recovery'>('password');
  const [error, setError] = useState('');
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setError('');
    const factor =
      step === 'code' ? { code: code.replaceAll(' ', '') } : step === 'recovery' ? { recoveryCode: code.trim() } : {};
    try {
      await onSubmit({ email, password, ...factor });
    } catch (failure) {
      const asksForCode =
        needsCode(failure) || (isKontorError(failure) && failure.errors.some((one) => one.code === 'totp-required'));
      if (asksForCode && step === 'password') setStep('code');
      else setError(errorText(failure));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Stack component="form" spacing={2} onSubmit={(event) => void submit(event)} noValidate={false}>
      {error !== '' && <Alert severity="error">{error}</Alert>}
      {step === 'password' ? (
        <>
          <TextField
            label={translate('auth.email')}
            type="email"
            autoComplete="username"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            required
            autoFocus={fixed === undefined}
            slotProps={{ htmlInput: { readOnly: fixed !== undefined } }}
          />
          <TextField
            label={translate('auth.password')}
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            required
            autoFocus={fixed !== undefined}
          />
        </>
      ) : (
        <TextField
          key={step}
          label={translate(step === 'code' ? 'auth.code' : 'auth.recovery_code')}
          helperText={translate(step === 'code' ? 'auth.code_help' : 'auth.recovery_code_help')}
          autoComplete="one-time-code"
          slotProps={{ htmlInput: { inputMode: step === 'code' ? 'numeric' : 'text' } }}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          required
          autoFocus
        />
      )}
      <Button type="submit" variant="contained" size="large" loading={isBusy}>
        {button}
      </Button>
      {step !== 'password' && (
        <Link
          component="button"
          type="button"
          variant="body2"
          onClick={() => {
            setCode('');
            setStep(step === 'code' ? 'recovery' : 'code');
          }}
        >
          {translate(step === 'code' ? 'auth.use_recovery_code' : 'auth.use_code')}
        </Link>
      )}
      {step === 'password' && onForgot && (
        <Link component="button" type="button" variant="body2" onClick={() => onForgot(email)}>
          {translate('auth.forgot')}
        </Link>
      )}
    </Stack>
  );
}
