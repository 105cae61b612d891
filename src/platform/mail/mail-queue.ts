import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/entity.js';
import { SecretCipher, type CipherContext } from '../crypto/index.js';
import { Jobs, Worker, type JobWorker, type LeasedJob, type JobOutcome } from '../jobs/index.js';
import { MailFailure } from './mail-failure.js';
import { Mailer, type Mail } from './mailer.js';

export const SEND_MAIL = 'mail.send';
const GROUP = 'mail:accounts';
const MOST_TRIES = 8;
const LONGEST_DELAY = 3_600;

const cipherContextOf = (id: string): CipherContext => ({ table: 'jobs', column: 'payload', id });
/** 15 s, 30 s, 1 min … 1 h. */
const delayAfter = (attempt: number): number => Math.min(LONGEST_DELAY, 15 * 2 ** (attempt - 1));

/**
 * Queues mails of Kontor (invitations, password resets) and sends them after the commit. Waiting mails are encrypted,
 * because their links grant access.
 */
@Injectable()
export class MailQueue {
  constructor(
    private readonly jobs: Jobs,
    private readonly cipher: SecretCipher,
  ) {}

  /** Joins the current unit of work. */
  async send(mail: Omit<Mail, 'key'>): Promise<void> {
    const refId = newId();
    const encrypted = this.cipher.encrypt(JSON.stringify({ ...mail, key: refId }), cipherContextOf(refId));
    await this.jobs.enqueue([{ kind: SEND_MAIL, refId, group: GROUP, priority: 0, payload: { encrypted } }]);
  }
}

/** Sends the queued mails, with retries for about two hours. */
@Worker()
@Injectable()
export class MailWorker implements JobWorker {
  readonly kind = SEND_MAIL;
  readonly leaseSeconds = 60;
  readonly concurrency = 2;
  readonly maxClaims = MOST_TRIES + 2;

  constructor(
    private readonly mailer: Mailer,
    private readonly cipher: SecretCipher,
  ) {}

  async work({ payload, refId, attempt }: LeasedJob): Promise<JobOutcome> {
    const mail = JSON.parse(
      this.cipher.decrypt((payload as { encrypted: string }).encrypted, cipherContextOf(refId)),
    ) as Mail;
    try {
      await this.mailer.send(mail);
      return { status: 'done', result: undefined };
    } catch (error) {
      if (!(error instanceof MailFailure)) throw error;
      const isHopeless = error.kind === 'never' || error.kind === 'not-configured' || attempt >= MOST_TRIES;
      return {
        status: isHopeless ? 'dead' : 'retry',
        delaySeconds: delayAfter(attempt),
        error: error.message,
        result: undefined,
      };
    }
  }
}
