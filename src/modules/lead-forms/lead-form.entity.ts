import { defineEntity, p } from '@mikro-orm/core';
import { ConflictError } from '../../kernel/errors.js';
import { json, softDeleted, stamped, textArray, versioned } from '../../kernel/entity.js';
import { User } from '../users/index.js';
import type { FormField } from './fields/form-fields.js';

const LeadFormSchema = defineEntity({
  name: 'LeadForm',
  tableName: 'lead_forms',
  properties: {
    ...stamped,
    ...versioned,
    ...softDeleted,
    name: p.string().length(255),
    publicKey: p.string().length(40),
    title: p.string().length(255),
    description: p.string().length(1000),
    fields: json<FormField[]>(),
    allowedOrigins: textArray(),
    redirectUrl: p.string().length(500).nullable(),
    source: p.string().length(100),
    tags: textArray(),
    owner: () => p.manyToOne(User).nullable(),
    minimumFillSeconds: p.smallint(),
    dedupeMinutes: p.smallint(),
    hourlyLimit: p.integer(),
    tokenRequired: p.boolean(),
    enabled: p.boolean(),
    createdBy: () => p.manyToOne(User).nullable(),
  },
});

export class LeadForm extends LeadFormSchema.class {
  remove(now = new Date()): void {
    if (this.deletedAt) throw new ConflictError('lead-form-deleted', 'The form is already deleted.');
    this.deletedAt = now;
  }

  restore(): void {
    if (!this.deletedAt) throw new ConflictError('lead-form-not-deleted', 'The form is not deleted.');
    this.deletedAt = null;
  }
}
LeadFormSchema.setClass(LeadForm);
export { LeadFormSchema };
