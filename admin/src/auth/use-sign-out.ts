import { useCallback } from 'react';
import { useLogout, useNotify } from 'react-admin';
import { errorText } from '../api/errors';

/** Returns a function that signs out. If the session did not end, the person stays signed in and sees the error. */
export function useSignOut(): () => void {
  const logout = useLogout();
  const notify = useNotify();
  return useCallback(() => {
    logout().catch((error: unknown) => notify(errorText(error), { type: 'error' }));
  }, [logout, notify]);
}
