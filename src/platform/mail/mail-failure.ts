/**
 * `later`: try again. `account`: the mail account must be repaired first. `never`: the mail is given up.
 * `not-configured`: no mail server.
 */
export type MailFailureKind = 'later' | 'account' | 'never' | 'not-configured';

/** A mail that was not accepted. */
export class MailFailure extends Error {
  constructor(
    readonly kind: MailFailureKind,
    /** Reply code of the mail server, if any. */
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

/** Replies of 500 and above are final (RFC 5321, 4.2.1). Replies about the login concern the account, not the mail. */
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
