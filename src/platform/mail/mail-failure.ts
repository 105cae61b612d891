/**
 * What a failure asks for: `later` another try, `account` that somebody mends the account before anything else is sent,
 * `never` that this mail is given up, `not-configured` a mail server.
 */
export type MailFailureKind = 'later' | 'account' | 'never' | 'not-configured';

/** A mail that no server took. */
export class MailFailure extends Error {
  constructor(
    readonly kind: MailFailureKind,
    /** The server's reply code, where it gave one. */
    readonly reply: number | null,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

interface SmtpError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly message?: string;
}

const SENDER_OR_ACCOUNT = new Set([530, 534, 535, 538]);

/** Replies of 500 and above are final (RFC 5321, 4.2.1), but those about the login are about the account and not this mail. */
export function mailFailureOf(error: unknown): MailFailure {
  if (error instanceof MailFailure) return error;
  const { code = '', responseCode, message = '' } = error as SmtpError;
  const reply = responseCode ?? null;
  const said = message.replace(/\s+/g, ' ').slice(0, 300);
  if (code === 'EAUTH' || code === 'ENOAUTH' || (reply !== null && SENDER_OR_ACCOUNT.has(reply)))
    return new MailFailure(reply !== null && reply < 500 ? 'later' : 'account', reply, said, { cause: error });
  if (reply !== null && reply >= 500) return new MailFailure('never', reply, said, { cause: error });
  return new MailFailure('later', reply, said, { cause: error });
}
