import { isURL } from 'class-validator';

/**
 * Backslashes, spaces, control and direction marks. Browsers and people read another address from these than the
 * server.
 */
const REJECTED = /[\\\p{C}\p{Z}]/u;

/** Checks an absolute URL with one of these schemes, without a user name or password. */
export function isWebAddress(
  value: unknown,
  protocols: readonly ('http' | 'https')[] = ['http', 'https'],
): value is string {
  if (typeof value !== 'string' || REJECTED.test(value) || !URL.canParse(value)) return false;
  const { username, password } = new URL(value);
  return (
    username === '' &&
    password === '' &&
    isURL(value, {
      protocols: [...protocols],
      require_protocol: true,
      require_tld: false,
      disallow_auth: true,
      allow_trailing_dot: true,
    })
  );
}
