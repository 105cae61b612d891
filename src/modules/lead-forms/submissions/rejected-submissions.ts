import { Injectable } from '@nestjs/common';
import { TooManyRequestsError } from '../../../kernel/errors.js';
import { Database } from '../../../platform/database/index.js';
import { RateLimitStore } from '../../../platform/http/index.js';
import { Outbox } from '../../../platform/outbox/index.js';
import { leadFormSubmissionHeld } from '../lead-forms.events.js';
import type { OpenForm } from '../open-forms.js';
import type { SubmissionDecision } from './outcome.js';
import { submissionRow, type Sender } from './submission-row.js';
import { fingerprintOf, type Submission } from './submission.js';

const HOUR = 3_600_000;
/** Maximum of stored submissions without a lead, per form and hour, so that a flood cannot fill the disk. */
const STORED_REJECTIONS = 1_000;
/** Maximum of events about held submissions, per form and hour, so that a flood cannot fill every mailbox. */
const MOST_NOTIFIED = 100;

/** Stores submissions that create no lead. */
@Injectable()
export class RejectedSubmissions {
  constructor(
    private readonly limits: RateLimitStore,
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** If a held submission cannot be stored, the sender gets an error instead of thanks. */
  async store(
    form: OpenForm,
    submission: Submission,
    sender: Sender,
    { outcome, reason }: SubmissionDecision,
  ): Promise<void> {
    const { isBlocked, timeToExpire } = this.limits.hit(`form-log:${form.id}`, HOUR, STORED_REJECTIONS);
    if (isBlocked && outcome === 'held') throw busy(timeToExpire);
    if (isBlocked) return;
    const row = submissionRow(form, submission, sender, {
      outcome,
      reason,
      lead_id: null,
      fingerprint: fingerprintOf(form, submission),
    });
    const isNotified = outcome === 'held' && !this.limits.hit(`form-held:${form.id}`, HOUR, MOST_NOTIFIED).isBlocked;
    const held = () =>
      this.outbox.create(leadFormSubmissionHeld, form.id, {
        object: { id: form.id, name: form.name, submissionId: row.row['id'] as string, heldReason: reason },
      });
    await this.database.insert([row], isNotified ? [held()] : []);
  }
}

const busy = (retryAfter: number): TooManyRequestsError =>
  new TooManyRequestsError(
    'form-busy',
    'This form receives too many messages at the moment. Your message was not sent; try again later.',
    { retryAfter },
  );
