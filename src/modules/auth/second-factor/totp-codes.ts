import { Secret, TOTP } from 'otpauth';

const PERIOD = 30;
const DIGITS = 6;
/** Accepted periods before and after now, for inaccurate clocks and slow input. */
const WINDOW = 1;

const ISSUER = 'Kontor';
const options = (secret: string) => ({
  secret: Secret.fromBase32(secret),
  algorithm: 'SHA1',
  digits: DIGITS,
  period: PERIOD,
});

/** Returns 160 random bits (RFC 4226). All authenticator apps support SHA-1 with six digits. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** Returns the content of the QR code for an authenticator app. */
export const totpUri = (secret: string, email: string): string =>
  new TOTP({ ...options(secret), issuer: ISSUER, label: email }).toString();

/** Returns the 30-second step of a code; undefined if the code is not valid now. */
export function timeStepOf(secret: string, code: string): number | undefined {
  const delta = TOTP.validate({ ...options(secret), token: code, window: WINDOW });
  return delta === null ? undefined : Math.floor(Date.now() / 1000 / PERIOD) + delta;
}
