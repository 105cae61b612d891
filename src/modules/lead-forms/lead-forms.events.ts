import type { Change } from '../../kernel/change.js';
import { defineEvent } from '../../kernel/events.js';
import { LeadFormView } from './lead-forms.dto.js';

export type LeadFormChange = Change<LeadFormView>;

const carried = { object: () => LeadFormView };

export const leadFormCreated = defineEvent<LeadFormChange>('lead_form.created', 'lead-forms', 'A lead form was made.', carried);
export const leadFormUpdated = defineEvent<LeadFormChange>('lead_form.updated', 'lead-forms', 'A lead form was changed, or got a new key.', carried);
export const leadFormDeleted = defineEvent<LeadFormChange>('lead_form.deleted', 'lead-forms', 'A lead form was deleted; it can be restored.', carried);
export const leadFormRestored = defineEvent<LeadFormChange>('lead_form.restored', 'lead-forms', 'A deleted lead form was restored.', carried);
