import type { Change } from '../../kernel/change.js';
import { defineEvent } from '../../kernel/events.js';
import { LeadFormView } from './lead-forms.dto.js';
import { HeldSubmissionNotice } from './submissions/releases/held-submission.dto.js';

export type LeadFormChange = Change<LeadFormView>;

const carried = { object: () => LeadFormView };
const AT = '2026-11-21T10:00:00.000Z';

export const leadFormCreated = defineEvent<LeadFormChange>(
  'lead_form.created',
  'lead-forms',
  'A lead form was created.',
  carried,
);
export const leadFormUpdated = defineEvent<LeadFormChange>(
  'lead_form.updated',
  'lead-forms',
  'A lead form was changed, or its public key was rotated.',
  { ...carried, example: { enabled: [false, true] } },
);
export const leadFormDeleted = defineEvent<LeadFormChange>(
  'lead_form.deleted',
  'lead-forms',
  'A lead form was deleted; it can be restored.',
  { ...carried, example: { deletedAt: [null, AT] } },
);
export const leadFormRestored = defineEvent<LeadFormChange>(
  'lead_form.restored',
  'lead-forms',
  'A deleted lead form was restored.',
  { ...carried, example: { deletedAt: [AT, null] } },
);
export const leadFormSubmissionHeld = defineEvent<HeldSubmissionNotice>(
  'lead_form.submission_held',
  'lead-forms',
  'A submission was held because it is suspicious or exceeds a limit; a user can release it.',
  { payload: () => HeldSubmissionNotice },
);
export const leadFormSubmissionReleased = defineEvent<HeldSubmissionNotice>(
  'lead_form.submission_released',
  'lead-forms',
  'A held submission was released and became a lead.',
  { payload: () => HeldSubmissionNotice },
);
export const leadFormSubmissionRejected = defineEvent<HeldSubmissionNotice>(
  'lead_form.submission_rejected',
  'lead-forms',
  'A held submission was rejected; no lead was created.',
  { payload: () => HeldSubmissionNotice },
);
