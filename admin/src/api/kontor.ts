import { Kontor } from '@kontor/sdk';
import { fetchWithPrompts } from './session';

/** The client of all screens. The session cookie of this origin is the credential. */
export const kontor = new Kontor({
  baseUrl: globalThis.location.origin,
  apiKey: null,
  fetch: fetchWithPrompts as typeof fetch,
});
