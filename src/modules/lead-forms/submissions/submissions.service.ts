import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { DomainError } from '../../../kernel/errors.js';
import { isRejectedValue } from '../../../platform/database/index.js';
import { LeadsService, type LeadCreate } from '../../leads/index.js';
import { OpenForms, type OpenForm } from '../open-forms.js';
import { acceptingMost } from './accepting-most.js';
import { reasonOf, type SubmissionDecision } from './outcome.js';
import { RejectedSubmissions } from './rejected-submissions.js';
import { SubmissionChecks } from './submission-checks.js';
import { submissionRow, type Sender } from './submission-row.js';
import { fingerprintOf, leadOf, readSubmission, type Submission } from './submission.js';

const OWNER_LEFT = 'the owner of the form has left or cannot see leads, so the lead belongs to the team';

export interface Taken {
  readonly form: OpenForm;
  readonly submission: Submission;
  /** Undefined if the submission was accepted. */
  readonly decision: SubmissionDecision | undefined;
}

/** Receives submissions: checks and stores each submission, and creates leads from the accepted ones. */
@Injectable()
export class SubmissionsService {
  constructor(
    private readonly forms: OpenForms,
    private readonly leads: LeadsService,
    private readonly checks: SubmissionChecks,
    private readonly rejected: RejectedSubmissions,
  ) {}

  /** Returns undefined if the form does not exist. */
  async submit(key: string, body: Readonly<Record<string, unknown>>, sender: Sender): Promise<Taken | undefined> {
    const isFlood = this.checks.isFlood(sender);
    const form = await this.forms.find(key);
    if (!form) return undefined;
    const submission = readSubmission(body);
    const lead = leadOf(form, submission);
    const decision =
      this.checks.check(form, submission, lead, isFlood) ?? (await this.admit(form, submission, lead, sender));
    if (decision) await this.rejected.store(form, submission, sender, decision);
    return { form, submission, decision };
  }

  /**
   * Writes the fingerprint, the lead, its first activity, its event and the submission in one statement. Custom fields
   * with an invalid answer are left out.
   */
  private async admit(
    form: OpenForm,
    submission: Submission,
    lead: LeadCreate,
    sender: Sender,
  ): Promise<SubmissionDecision | undefined> {
    const fingerprint = fingerprintOf(form, submission);
    const guard = form.dedupeMinutes > 0 ? claim(form, fingerprint) : undefined;
    try {
      const created = await acceptingMost(lead, (rest) =>
        this.leads.admit(rest, {
          guard,
          rowsFor: ({ id, ownerId }) => [
            submissionRow(form, submission, sender, {
              outcome: 'accepted',
              reason: ownerId === form.ownerId ? null : OWNER_LEFT,
              lead_id: id,
              fingerprint,
            }),
          ],
        }),
      );
      return created
        ? undefined
        : { outcome: 'duplicate', reason: `the same submission within ${form.dedupeMinutes} minutes` };
    } catch (error) {
      return heldFor(error);
    }
  }
}

/** Holds a submission that cannot become a lead. Other errors are thrown. */
function heldFor(error: unknown): SubmissionDecision {
  if (error instanceof DomainError) return { outcome: 'held', reason: reasonOf(error.message) };
  if (isRejectedValue(error)) return { outcome: 'held', reason: 'a value cannot be stored' };
  throw error;
}

/**
 * Returns a row for the first of several equal submissions. A concurrent second submission waits for the first to
 * commit. If the first fails, the second gets the row.
 */
const claim = ({ id, dedupeMinutes }: OpenForm, fingerprint: string): RawBuilder<unknown> => sql`
  insert into lead_form_fingerprints as f (form_id, fingerprint, expires_at)
    values (${id}, ${fingerprint}, now() + make_interval(mins => ${dedupeMinutes}))
  on conflict (form_id, fingerprint) do update set expires_at = excluded.expires_at where f.expires_at <= now()
    returning 1`;
