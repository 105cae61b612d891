import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/entity.js';
import { Vault, type SealedPlace } from '../crypto/index.js';
import { Jobs, Worker, type JobWorker, type LeasedJob, type Outcome } from '../jobs/index.js';
import { MailFailure } from './mail-failure.js';
import { Mailer, type Mail } from './mailer.js';

export const SEND_MAIL = 'mail.send';
const GROUP = 'mail:accounts';
const MOST_TRIES = 8;
const LONGEST_DELAY = 3_600;

const place = (id: string): SealedPlace => ({ table: 'jobs', column: 'payload', id });
/** 15 s, 30 s, 1 min … 1 h. */
const delayAfter = (attempt: number): number => Math.min(LONGEST_DELAY, 15 * 2 ** (attempt - 1));

/** Mail of the product itself (invitations, resets): sent after the commit, never in it. What waits is sealed, because links in it let people in. */
@Injectable()
export class MailQueue {
  constructor(
    private readonly jobs: Jobs,
    private readonly vault: Vault,
  ) {}

  /** Joins the unit of work at hand: no change, no mail. */
  async send(mail: Omit<Mail, 'key'>): Promise<void> {
    const refId = newId();
    const sealed = this.vault.seal(JSON.stringify({ ...mail, key: refId }), place(refId));
    await this.jobs.enqueue([{ kind: SEND_MAIL, refId, group: GROUP, priority: 0, payload: { sealed } }]);
  }
}

/** Sends what the `MailQueue` took: again and again for about two hours while the mail server is away. */
@Worker()
@Injectable()
export class MailWorker implements JobWorker {
  readonly kind = SEND_MAIL;
  readonly leaseSeconds = 60;
  readonly concurrency = 2;
  readonly maxClaims = MOST_TRIES + 2;

  constructor(
    private readonly mailer: Mailer,
    private readonly vault: Vault,
  ) {}

  async work({ payload, refId, attempt }: LeasedJob): Promise<Outcome> {
    const mail = JSON.parse(this.vault.open((payload as { sealed: string }).sealed, place(refId))) as Mail;
    try {
      await this.mailer.send(mail);
      return { verdict: 'done', result: undefined };
    } catch (error) {
      if (!(error instanceof MailFailure)) throw error;
      const isHopeless = error.kind === 'never' || error.kind === 'not-configured' || attempt >= MOST_TRIES;
      return {
        verdict: isHopeless ? 'dead' : 'retry',
        delaySeconds: delayAfter(attempt),
        error: error.message,
        result: undefined,
      };
    }
  }
}
