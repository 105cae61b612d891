import { isKontorError } from '@kontor/sdk';
import { lazy, useEffect, useState, type ReactNode } from 'react';
import { useAccess } from '../api/access';

const RequiredSecondFactor = lazy(() => import('./required-second-factor'));

/** Shows the setup of the second factor instead of a screen, until the person has stored the recovery codes. */
export function SecondFactorGate({ children }: { readonly children: ReactNode }) {
  const { error } = useAccess();
  const [isOpen, setOpen] = useState(false);
  const isRequired = isKontorError(error, 'totp-setup-required');
  useEffect(() => {
    if (isRequired) setOpen(true);
  }, [isRequired]);
  return isOpen || isRequired ? <RequiredSecondFactor onDone={() => setOpen(false)} /> : children;
}
