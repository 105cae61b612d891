import { defineEvent } from '../../kernel/events.js';
import type { LeadFormView } from './lead-forms.dto.js';

/** What every event of a form carries: the form as it is now, and what it was in the fields that changed. */
export interface LeadFormChange {
  readonly object: LeadFormView;
  readonly previous: Readonly<Record<string, unknown>>;
  readonly changedFields: readonly string[];
}

export const leadFormCreated = defineEvent<LeadFormChange>('lead_form.created', 'lead-forms', 'A lead form was made.');
export const leadFormUpdated = defineEvent<LeadFormChange>('lead_form.updated', 'lead-forms', 'A lead form was changed, or got a new key.');
export const leadFormDeleted = defineEvent<LeadFormChange>('lead_form.deleted', 'lead-forms', 'A lead form was deleted; it can be restored.');
export const leadFormRestored = defineEvent<LeadFormChange>('lead_form.restored', 'lead-forms', 'A deleted lead form was restored.');
