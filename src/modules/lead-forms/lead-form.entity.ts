import { defineEntity, p } from '@mikro-orm/core';
import { Conflict } from '../../kernel/errors.js';
import { softDeleted, stamped, versioned } from '../../kernel/entity.js';
import { User } from '../users/index.js';
import type { FormField } from './form-fields.js';

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
    fields: p.json<FormField[]>(),
    allowedOrigins: p.array().$type<string[]>(),
    redirectUrl: p.string().length(500).nullable(),
    source: p.string().length(100),
    tags: p.array().$type<string[]>(),
    owner: () => p.manyToOne(User).nullable(),
    minimumFillSeconds: p.smallint(),
    dedupeMinutes: p.smallint(),
    hourlyLimit: p.integer(),
    tokenRequired: p.boolean(),
    enabled: p.boolean(),
    createdBy: () => p.manyToOne(User).nullable(),
  },
});

/** A web form through which leads come in by themselves. */
export class LeadForm extends LeadFormSchema.class {
  remove(now = new Date()): void {
    if (this.deletedAt) throw new Conflict('lead-form-deleted', 'The form is deleted already.');
    this.deletedAt = now;
  }

  restore(): void {
    if (!this.deletedAt) throw new Conflict('lead-form-not-deleted', 'The form is not deleted.');
    this.deletedAt = null;
  }
}
LeadFormSchema.setClass(LeadForm);
export { LeadFormSchema };
