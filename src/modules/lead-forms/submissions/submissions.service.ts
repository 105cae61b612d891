import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { newId } from '../../../kernel/entity.js';
import { Refusal } from '../../../kernel/errors.js';
import type { Insertion } from '../../../kernel/events.js';
import { Database, isRefusedValue } from '../../../platform/database/index.js';
import { RateLimitStore } from '../../../platform/http/index.js';
import { LeadsService, type LeadCreate } from '../../leads/index.js';
import { HONEYPOT } from '../form-fields.js';
import { OpenForms, type OpenForm } from '../open-forms.js';
import { FillToken } from './fill-token.js';
import type { Verdict } from './outcome.js';
import { fingerprintOf, leadOf, readSubmission, unanswered, type Submission } from './submission.js';

/** Who sent it. */
export interface Sender {
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
}

const MINUTE = 60_000;
const HOUR = 3_600_000;
const PER_ADDRESS = 10;
/** Refused submissions that a form keeps in an hour: a flood must not fill the disk. */
const KEPT_REFUSALS = 1_000;

/** Takes what the public sends to forms: every submission is judged and kept, the good ones become leads. */
@Injectable()
export class SubmissionsService {
  constructor(
    private readonly forms: OpenForms,
    private readonly leads: LeadsService,
    private readonly tokens: FillToken,
    private readonly limits: RateLimitStore,
    private readonly database: Database,
  ) {}

  /** Gives the form, where there is one; what became of the submission stays here. */
  async take(key: string, body: Readonly<Record<string, unknown>>, sender: Sender): Promise<OpenForm | undefined> {
    const limited = this.limits.hit(`forms:${sender.ipAddress ?? 'unknown'}`, MINUTE, PER_ADDRESS).isBlocked;
    const form = await this.forms.find(key);
    if (!form) return undefined;
    const submission = readSubmission(body);
    const lead = leadOf(form, submission);
    const verdict = limited
      ? { outcome: 'limited' as const, reason: `more than ${PER_ADDRESS} a minute from one address` }
      : this.judge(form, submission, lead);
    const refusal = verdict ?? (await this.admit(form, submission, lead, sender));
    if (refusal) await this.keep(form, submission, sender, refusal);
    return form;
  }

  private judge(form: OpenForm, { payload, token, notText }: Submission, lead: LeadCreate): Verdict | undefined {
    if (!form.enabled) return { outcome: 'disabled', reason: 'the form is disabled' };
    if (payload[HONEYPOT]) return { outcome: 'spam', reason: 'the hidden field was filled in' };
    if (form.tokenRequired && !token) return { outcome: 'spam', reason: 'it did not come from the page of the form' };
    const fault = token && this.tokens.faultOf(token, form.id, form.minimumFillSeconds);
    if (fault) return { outcome: 'spam', reason: fault };
    if (notText !== undefined) return { outcome: 'invalid', reason: `${notText} is not text` };
    const missing = unanswered(form, lead);
    if (missing.length > 0)
      return {
        outcome: 'invalid',
        reason: `missing or not acceptable: ${missing.join(', ')}`.slice(0, 255).toWellFormed(),
      };
    if (!lead.email && !lead.phone)
      return { outcome: 'invalid', reason: 'neither an e-mail address nor a phone number' };
    const over = this.limits.hit(`form:${form.id}`, HOUR, form.hourlyLimit).isBlocked;
    return over ? { outcome: 'limited', reason: `more than ${form.hourlyLimit} an hour` } : undefined;
  }

  /** One statement: the fingerprint, the lead, its first activity, its event and the submission. */
  private async admit(
    form: OpenForm,
    submission: Submission,
    lead: LeadCreate,
    sender: Sender,
  ): Promise<Verdict | undefined> {
    const fingerprint = fingerprintOf(form, submission);
    try {
      const made = await this.leads.admit(lead, {
        guard: form.dedupeMinutes > 0 ? claim(form, fingerprint) : undefined,
        rowsFor: ({ id }) => [
          submissionRow(form, submission, sender, { outcome: 'accepted', reason: null, lead_id: id, fingerprint }),
        ],
      });
      return made ? undefined : { outcome: 'duplicate', reason: `the same within ${form.dedupeMinutes} minutes` };
    } catch (error) {
      if (error instanceof Refusal) return { outcome: 'invalid', reason: error.message.slice(0, 255) };
      if (isRefusedValue(error)) return { outcome: 'invalid', reason: 'a value is outside of what can be stored' };
      throw error;
    }
  }

  private async keep(
    form: OpenForm,
    submission: Submission,
    sender: Sender,
    { outcome, reason }: Verdict,
  ): Promise<void> {
    if (this.limits.hit(`form-log:${form.id}`, HOUR, KEPT_REFUSALS).isBlocked) return;
    await this.database.insert(
      [
        submissionRow(form, submission, sender, {
          outcome,
          reason,
          lead_id: null,
          fingerprint: fingerprintOf(form, submission),
        }),
      ],
      [],
    );
  }
}

/**
 * Gives a row for the first of the same submissions in the window. A second one, also of another process, waits here
 * for the first to commit and then finds its row; if the first fails, the second is taken.
 */
const claim = ({ id, dedupeMinutes }: OpenForm, fingerprint: string): RawBuilder<unknown> => sql`
  insert into lead_form_fingerprints as f (form_id, fingerprint, expires_at) values (${id}, ${fingerprint}, now() + make_interval(mins => ${dedupeMinutes}))
  on conflict (form_id, fingerprint) do update set expires_at = excluded.expires_at where f.expires_at <= now() returning 1`;

function submissionRow(
  form: OpenForm,
  { payload }: Submission,
  { ipAddress, userAgent }: Sender,
  judged: Readonly<Record<string, unknown>>,
): Insertion {
  const address = ipAddress?.split('%', 1)[0] ?? '';
  const row = {
    id: newId(),
    form_id: form.id,
    payload,
    ip_address: isIP(address) ? address : null,
    user_agent: userAgent?.replaceAll('\0', '').toWellFormed() ?? null,
    received_at: new Date(),
    ...judged,
  };
  return { table: 'lead_form_submissions', row };
}
