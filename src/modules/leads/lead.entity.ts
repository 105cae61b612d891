import { defineEntity, p } from '@mikro-orm/core';
import { Conflict } from '../../kernel/errors.js';
import { softDeleted, stamped, versioned } from '../../kernel/entity.js';
import { Team, User } from '../users/index.js';

export const LEAD_STATUSES = ['new', 'contacted', 'qualified', 'proposal', 'won', 'lost'] as const;
export type LeadStatus = (typeof LEAD_STATUSES)[number];

export const LEAD_STAGES = ['prospect', 'qualified', 'proposal', 'negotiation', 'closed_won', 'closed_lost'] as const;
export type LeadStage = (typeof LEAD_STAGES)[number];

/** A point of the score and the rule that gave it. */
export interface ScoreReason {
  readonly rule: string;
  readonly points: number;
}

/** What a lead was converted into. */
export interface ConvertedInto {
  readonly companyId: string | null;
  readonly contactId: string | null;
  readonly dealId: string | null;
}

const LeadSchema = defineEntity({
  name: 'Lead',
  tableName: 'leads',
  properties: {
    ...stamped,
    ...versioned,
    ...softDeleted,
    name: p.string().length(255),
    firstName: p.string().length(100).nullable(),
    lastName: p.string().length(100).nullable(),
    email: p.string().length(255).nullable(),
    phone: p.string().length(50).nullable(),
    company: p.string().length(255).nullable(),
    jobTitle: p.string().length(100).nullable(),
    website: p.string().length(255).nullable(),
    budget: p.string().length(100).nullable(),
    projectType: p.string().length(100).nullable(),
    message: p.text().default(''),
    source: p.string().length(100).nullable(),
    status: p.string().$type<LeadStatus>().default('new'),
    score: p.smallint(),
    scoreReasons: p.json<ScoreReason[]>(),
    estimatedValue: p.decimal('string').precision(14).scale(2).nullable(),
    currency: p.string().length(3).nullable(),
    expectedCloseDate: p.date().nullable(),
    owner: () => p.manyToOne(User).nullable(),
    team: () => p.manyToOne(Team).nullable(),
    notes: p.text().nullable(),
    tags: p.array().$type<string[]>().default([]),
    rawInput: p.text().nullable(),
    aiParsed: p.boolean().default(false),
    metadata: p.json<Record<string, unknown>>(),
    externalIds: p.json<Record<string, string>>(),
    customFields: p.json<Record<string, unknown>>(),
    contactedAt: p.datetime(3).nullable(),
    convertedAt: p.datetime(3).nullable(),
    convertedCompanyId: p.uuid().nullable(),
    convertedContactId: p.uuid().nullable(),
    convertedDealId: p.uuid().nullable(),
  },
});

/** Somebody who may become a customer: no contact before the conversion. */
export class Lead extends LeadSchema.class {
  /** Moves through the lifecycle; the first move away from `new` is the first contact. */
  moveTo(status: LeadStatus, now = new Date()): void {
    const allowed = allowedMoves(this.status);
    if (!allowed.includes(status)) {
      throw new Conflict('lead-status-not-allowed', `A lead that is ${this.status} cannot become ${status}.`, {
        members: { current: this.status, allowed },
      });
    }
    if (this.status === 'new') this.contactedAt ??= now;
    this.status = status;
  }

  remove(now = new Date()): void {
    if (this.deletedAt) throw new Conflict('lead-deleted', 'The lead is deleted already.');
    this.deletedAt = now;
  }

  restore(): void {
    if (!this.deletedAt) throw new Conflict('lead-not-deleted', 'The lead is not deleted.');
    this.deletedAt = null;
  }

  convert({ companyId, contactId, dealId }: ConvertedInto, now = new Date()): void {
    this.requireOpen();
    Object.assign(this, {
      convertedAt: now,
      convertedCompanyId: companyId,
      convertedContactId: contactId,
      convertedDealId: dealId,
    });
  }

  unconvert(): void {
    if (!this.convertedAt) throw new Conflict('lead-not-converted', 'The lead is not converted.');
    Object.assign(this, {
      convertedAt: null,
      convertedCompanyId: null,
      convertedContactId: null,
      convertedDealId: null,
    });
  }

  /** What was converted stays as it was: from then on the work is on the deal, the contact and the company. */
  requireOpen(): void {
    if (!this.convertedAt) return;
    const into: ConvertedInto = {
      companyId: this.convertedCompanyId ?? null,
      contactId: this.convertedContactId ?? null,
      dealId: this.convertedDealId ?? null,
    };
    throw new Conflict('lead-converted', 'The lead was converted and cannot be changed.', {
      members: { convertedAt: this.convertedAt.toISOString(), ...into },
    });
  }
}
LeadSchema.setClass(Lead);
export { LeadSchema };

const OPEN: readonly LeadStatus[] = ['new', 'contacted', 'qualified', 'proposal'];
const FORWARD: readonly LeadStatus[] = [...OPEN, 'won'];

/** Where a lead may go from here: forward by one step or more, lost while open, and back to `contacted` once lost. `won` is final. */
export function allowedMoves(status: LeadStatus): LeadStatus[] {
  if (status === 'lost') return ['contacted'];
  if (status === 'won') return [];
  return [...FORWARD.slice(FORWARD.indexOf(status) + 1), 'lost'];
}

export interface PersonName {
  readonly name?: string | null;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
}

/** The full name and its parts: whichever was given makes the other. The last word of a full name is the family name. */
export function completeName({ name, firstName, lastName }: PersonName): {
  name: string | null;
  firstName: string | null;
  lastName: string | null;
} {
  const words = (name ?? '').trim().split(/\s+/).filter(Boolean);
  if (words.length === 0)
    return {
      name: [firstName, lastName].filter(Boolean).join(' ') || null,
      firstName: firstName ?? null,
      lastName: lastName ?? null,
    };
  const split =
    words.length === 1
      ? { first: words[0], last: undefined }
      : { first: words.slice(0, -1).join(' '), last: words.at(-1) };
  return {
    name: words.join(' '),
    firstName: (firstName ?? split.first ?? null)?.slice(0, 100) ?? null,
    lastName: (lastName ?? split.last ?? null)?.slice(0, 100) ?? null,
  };
}
