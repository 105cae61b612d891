import { isKontorError } from '@kontor/sdk';
import type { AuthProvider } from 'react-admin';
import { setSignedIn } from '../api/session';
import { kontor } from '../api/kontor';

export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly code?: string;
  readonly recoveryCode?: string;
}

let me: Promise<Awaited<ReturnType<typeof kontor.auth.getMe>>> | undefined;

async function readMe() {
  const found = await kontor.auth.getMe();
  setSignedIn(true);
  return found;
}

/** Returns the signed-in person, with one request for all callers. */
function whoAmI() {
  me ??= readMe().catch((error: unknown) => {
    me = undefined;
    throw error;
  });
  return me;
}

/** Signs in and returns the id of the person. */
export async function signIn(credentials: SignIn): Promise<string> {
  const { user } = await kontor.auth.login(credentials);
  me = Promise.resolve(user);
  setSignedIn(true);
  return user.id;
}

export const authProvider: AuthProvider = {
  async login(credentials: SignIn) {
    await signIn(credentials);
  },
  async logout() {
    await kontor.auth.logout().catch((error: unknown) => {
      if (!isKontorError(error) || error.status !== 401) throw error;
    });
    setSignedIn(false);
    me = undefined;
  },
  async checkAuth() {
    await whoAmI();
  },
  // A lost session opens a dialog in `fetchWithPrompts`, so no error signs the person out.
  checkError: () => Promise.resolve(),
  async getIdentity() {
    const { id, name, email } = await whoAmI();
    return { id, fullName: name, email };
  },
  getPermissions: () => Promise.resolve(undefined),
};

/** Returns whether a sign-in failed only because the account needs a code of a second factor. */
export const needsCode = (error: unknown): boolean => isKontorError(error, 'totp-required');
