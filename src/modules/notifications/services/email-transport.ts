import { Injectable } from '@nestjs/common';
import { MailFailure, Mailer, type MailSent } from '../../../platform/mail/index.js';
import { forMail } from '../messages/escaping.js';
import type { SendAttempt, OutgoingMessage, Recipient, Service } from './send-attempt.js';

const ACCOUNT_PAUSE = 300;

/** Sends one mail to all recipients of a channel. The mail shows all recipients. */
@Injectable()
export class EmailTransport implements Service {
  constructor(private readonly mailer: Mailer) {}

  async send({ config }: Recipient, { message, key }: OutgoingMessage): Promise<SendAttempt> {
    try {
      const { to = [], replyTo } = config;
      const sent = await this.mailer.send({ to, ...(replyTo && { replyTo }), ...forMail(message), key });
      return { end: 'sent', messageId: sent.messageId, ...noteOf(sent) };
    } catch (error) {
      if (!(error instanceof MailFailure)) throw error;
      return this.attemptOf(error);
    }
  }

  private attemptOf({ kind, reply, message }: MailFailure): SendAttempt {
    const detail = reply === null ? message : `The mail server answered ${reply}: ${message}`;
    if (kind === 'account')
      return {
        end: 'paused',
        seconds: this.mailer.pauseMs / 1_000 || ACCOUNT_PAUSE,
        code: 'mail-account-rejected',
        detail,
      };
    if (kind === 'not-configured') return { end: 'rejected', code: 'mail-not-configured', detail };
    return kind === 'never'
      ? { end: 'rejected', code: 'mail-rejected', detail }
      : { end: 'failed', code: 'mail-server-failed', detail };
  }
}

function noteOf({ rejected, file }: MailSent): { note?: string } {
  if (file) return { note: `Written to ${file} in DATA_DIR: SMTP_URL is not set.` };
  return rejected.length > 0
    ? { note: `The mail server rejected ${rejected.length} of the recipients: ${rejected.join(', ')}`.slice(0, 500) }
    : {};
}
