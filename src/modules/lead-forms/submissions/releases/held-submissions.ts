import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../../kernel/actor.js';
import { ConflictError, notFound } from '../../../../kernel/errors.js';
import { withoutVisibility, QueryRunner } from '../../../../platform/database/index.js';
import { LeadFormsQueries } from '../../lead-forms.queries.js';
import { OpenForms, type OpenForm } from '../../open-forms.js';
import type { SubmissionView } from '../submissions.dto.js';

/** Submissions that wait for a review. */
@Injectable()
export class HeldSubmissions {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly queries: LeadFormsQueries,
    private readonly forms: OpenForms,
  ) {}

  async get(actor: Actor, formId: string, id: string): Promise<{ form: OpenForm; held: SubmissionView }> {
    const form = await this.forms.find((await this.queries.get(formId)).publicKey);
    if (!form) throw notFound('lead-form');
    return { form, held: await this.queries.submission(actor, formId, id) };
  }

  /** Marks a held submission as accepted. Of concurrent calls, only one succeeds. */
  async accept(actor: Actor, { formId, id }: SubmissionView): Promise<void> {
    const accepted = await this.queryRunner.row(
      sql`update lead_form_submissions set outcome = 'accepted', reason = null where id = ${id}::uuid
        and outcome = 'held' returning 1`,
    );
    if (!accepted) throw notHeld(await this.queries.submission(actor, formId, id));
  }

  /** Marks a held submission as rejected and leaves the reason why it was held. */
  async reject(actor: Actor, { formId, id }: SubmissionView): Promise<SubmissionView> {
    const rejected = await this.queryRunner.row(
      sql`update lead_form_submissions set outcome = 'rejected' where id = ${id}::uuid and outcome = 'held' returning 1`,
    );
    const submission = await this.queries.submission(actor, formId, id);
    if (!rejected) throw notHeld(submission);
    return submission;
  }

  async linkLead({ formId, id }: SubmissionView, leadId: string): Promise<SubmissionView> {
    await this.queryRunner.rows(sql`update lead_form_submissions set lead_id = ${leadId}::uuid where id = ${id}::uuid`);
    return withoutVisibility(() => this.queries.submission(null, formId, id));
  }
}

const notHeld = ({ outcome }: SubmissionView): ConflictError =>
  new ConflictError(
    'submission-not-held',
    `Only held submissions can be released or rejected; this submission is ${outcome}.`,
    {
      members: { current: outcome },
    },
  );
