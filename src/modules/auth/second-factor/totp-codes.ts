import { Secret, TOTP } from 'otpauth';

const PERIOD = 30;
const DIGITS = 6;
/** Clocks of telephones are late or early, and people are slow. */
const WINDOW = 1;

const ISSUER = 'Kontor';
const options = (secret: string) => ({
  secret: Secret.fromBase32(secret),
  algorithm: 'SHA1',
  digits: DIGITS,
  period: PERIOD,
});

/** 160 random bits, as RFC 4226 asks for; SHA-1 and six digits, because that is what every authenticator knows. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator reads from a QR code. */
export const totpUri = (secret: string, email: string): string =>
  new TOTP({ ...options(secret), issuer: ISSUER, label: email }).toString();

/** The step of 30 seconds that a code belongs to; undefined where it is none of now. */
export function stepOf(secret: string, code: string): number | undefined {
  const delta = TOTP.validate({ ...options(secret), token: code, window: WINDOW });
  return delta === null ? undefined : Math.floor(Date.now() / 1000 / PERIOD) + delta;
}
