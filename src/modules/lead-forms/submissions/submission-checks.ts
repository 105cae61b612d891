import { Injectable } from '@nestjs/common';
import { addressBlock, RateLimitStore } from '../../../platform/http/index.js';
import type { LeadCreate } from '../../leads/index.js';
import { HONEYPOT } from '../fields/form-fields.js';
import type { OpenForm } from '../open-forms.js';
import { FillToken } from './fill-token.js';
import { reasonOf, type SubmissionDecision } from './outcome.js';
import type { Sender } from './submission-row.js';
import { mistakesIn, type Submission } from './submission.js';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const PER_ADDRESS = 10;

/** Decides whether a submission may create a lead. */
@Injectable()
export class SubmissionChecks {
  constructor(
    private readonly tokens: FillToken,
    private readonly limits: RateLimitStore,
  ) {}

  /** Counts a submission of this address. Returns whether there are too many. */
  isFlood({ ipAddress }: Sender): boolean {
    return this.limits.hit(`forms:${addressBlock(ipAddress)}`, MINUTE, PER_ADDRESS).isBlocked;
  }

  /**
   * Returns undefined if nothing speaks against the submission. Mistakes are checked first, because a held submission
   * must be valid to be released.
   */
  check(form: OpenForm, submission: Submission, lead: LeadCreate, isFlood: boolean): SubmissionDecision | undefined {
    if (!form.enabled) return { outcome: 'disabled', reason: 'the form is disabled' };
    const mistakes = mistakesIn(form, submission, lead);
    if (mistakes.length > 0)
      return {
        outcome: 'invalid',
        reason: reasonOf(`missing or invalid: ${mistakes.map(({ label }) => label).join(', ')}`),
        mistakes,
      };
    const suspicion = this.suspicionOf(form, submission);
    if (suspicion) return { outcome: 'held', reason: suspicion };
    if (isFlood) return { outcome: 'held', reason: `more than ${PER_ADDRESS} a minute from one address` };
    const isOver = this.limits.hit(`form:${form.id}`, HOUR, form.hourlyLimit).isBlocked;
    return isOver ? { outcome: 'held', reason: `more than ${form.hourlyLimit} an hour` } : undefined;
  }

  private suspicionOf(form: OpenForm, { payload, token }: Submission): string | undefined {
    if (payload[HONEYPOT]) return 'the hidden field was filled in';
    if (form.tokenRequired && !token) return 'it was not sent from the page of the form';
    return token && this.tokens.faultOf(token, form.id, form.minimumFillSeconds);
  }
}
