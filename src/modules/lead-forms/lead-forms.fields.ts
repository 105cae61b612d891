import { sql, type RawBuilder } from 'kysely';
import { defineRecordFields, field, type Fields } from '../../platform/query/index.js';
import type { LeadFormView } from './lead-forms.dto.js';
import { OUTCOMES } from './submissions/outcome.js';
import type { SubmissionView } from './submissions/submissions.dto.js';

type Columns<V> = Record<keyof V, RawBuilder<unknown>>;

/** Select expressions of the view, by property. `publicUrl` is the public base URL of this server. */
export const leadFormColumns = (publicUrl: string): Columns<LeadFormView> => ({
  id: sql.ref('f.id'),
  name: sql.ref('f.name'),
  publicKey: sql.ref('f.public_key'),
  title: sql.ref('f.title'),
  description: sql.ref('f.description'),
  fields: sql.ref('f.fields'),
  allowedOrigins: sql.ref('f.allowed_origins'),
  redirectUrl: sql.ref('f.redirect_url'),
  source: sql.ref('f.source'),
  tags: sql.ref('f.tags'),
  ownerId: sql.ref('f.owner_id'),
  minimumFillSeconds: sql.ref('f.minimum_fill_seconds'),
  dedupeMinutes: sql.ref('f.dedupe_minutes'),
  hourlyLimit: sql.ref('f.hourly_limit'),
  tokenRequired: sql.ref('f.token_required'),
  enabled: sql.ref('f.enabled'),
  createdById: sql.ref('f.created_by_id'),
  createdAt: sql.ref('f.created_at'),
  updatedAt: sql.ref('f.updated_at'),
  deletedAt: sql.ref('f.deleted_at'),
  version: sql.ref('f.version'),
  url: sql`${sql.lit(publicUrl)} || '/forms/' || f.public_key`,
  submitUrl: sql`${sql.lit(publicUrl)} || '/api/v1/forms/' || f.public_key || '/submissions'`,
});

export const leadFormFields = {
  id: field.uuid('f.id'),
  name: field.text('f.name'),
  enabled: field.boolean('f.enabled'),
  source: field.text('f.source'),
  ownerId: field.uuid('f.owner_id', { nullable: true }),
  createdAt: field.timestamp('f.created_at', { sort: true }),
} satisfies Fields;
defineRecordFields('lead-forms', leadFormFields);

export const submissionColumns: Columns<SubmissionView> = {
  id: sql.ref('s.id'),
  formId: sql.ref('s.form_id'),
  outcome: sql.ref('s.outcome'),
  reason: sql.ref('s.reason'),
  payload: sql.ref('s.payload'),
  leadId: sql.ref('s.lead_id'),
  ipAddress: sql`host(s.ip_address)`,
  userAgent: sql.ref('s.user_agent'),
  receivedAt: sql.ref('s.received_at'),
};

export const submissionFields = {
  outcome: field.choice('s.outcome', OUTCOMES),
  leadId: field.uuid('s.lead_id', { nullable: true }),
  receivedAt: field.timestamp('s.received_at', { sort: true }),
} satisfies Fields;
