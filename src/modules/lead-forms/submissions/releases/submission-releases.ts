import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../../kernel/actor.js';
import { requestContext, withRequestContext } from '../../../../kernel/request-context.js';
import { Database } from '../../../../platform/database/index.js';
import { Outbox } from '../../../../platform/outbox/index.js';
import { LeadsService, type LeadCreate } from '../../../leads/index.js';
import { leadFormSubmissionRejected, leadFormSubmissionReleased } from '../../lead-forms.events.js';
import type { OpenForm } from '../../open-forms.js';
import { acceptingMost } from '../accepting-most.js';
import type { HeldSubmission } from './held-submission.dto.js';
import { HeldSubmissions } from './held-submissions.js';
import { leadOf, type Submission } from '../submission.js';
import type { SubmissionView } from '../submissions.dto.js';

/** Ends the review of held submissions: creates their leads, or rejects them. */
@Injectable()
export class SubmissionReleases {
  constructor(
    private readonly database: Database,
    private readonly submissions: HeldSubmissions,
    private readonly leads: LeadsService,
    private readonly outbox: Outbox,
  ) {}

  /** Of concurrent calls, only one creates the lead. Custom fields with an invalid answer are left out. */
  async release(actor: Actor, formId: string, id: string): Promise<SubmissionView> {
    const { form, held } = await this.submissions.get(actor, formId, id);
    const payload = held.payload as Submission['payload'];
    return acceptingMost(leadOf(form, { payload, token: undefined, notText: undefined }), (lead) =>
      this.database.write(() => this.accept(actor, held, form, lead)),
    );
  }

  /** Of concurrent calls to release or reject, only one succeeds. */
  async reject(actor: Actor, formId: string, id: string): Promise<SubmissionView> {
    const { form, held } = await this.submissions.get(actor, formId, id);
    return this.database.write(async () => {
      const rejected = await this.submissions.reject(actor, held);
      this.outbox.record(leadFormSubmissionRejected, formId, { object: noticeOf(form, held) });
      return rejected;
    });
  }

  private async accept(actor: Actor, held: SubmissionView, form: OpenForm, input: LeadCreate): Promise<SubmissionView> {
    await this.submissions.accept(actor, held);
    const lead = await asNobody(() => this.leads.create(null, input));
    const released = await this.submissions.linkLead(held, lead.id);
    this.outbox.record(leadFormSubmissionReleased, form.id, { object: noticeOf(form, held) });
    return released;
  }
}

const noticeOf = ({ id, name }: OpenForm, held: SubmissionView): HeldSubmission => ({
  id,
  name,
  submissionId: held.id,
  heldReason: held.reason ?? '',
});

/** Removes the actor from the context, because required custom fields are not checked without an actor. */
function asNobody<T>(work: () => Promise<T>): Promise<T> {
  const context = requestContext();
  if (!context) return work();
  const { actor: _, ...nobody } = context;
  return withRequestContext(nobody, work);
}
