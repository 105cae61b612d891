import { defineEntity, p } from '@mikro-orm/core';
import { ConflictError } from '../../kernel/errors.js';
import { lengthOf } from '../../kernel/values/text.js';
import { extensible, json, softDeleted, stamped, versioned } from '../../kernel/entity.js';
import { owned } from '../users/index.js';

export const LEAD_STATUSES = ['new', 'contacted', 'qualified', 'proposal', 'won', 'lost'] as const;
export type LeadStatus = (typeof LEAD_STATUSES)[number];

export const LEAD_STAGES = ['prospect', 'qualified', 'proposal', 'negotiation', 'closed_won', 'closed_lost'] as const;
export type LeadStage = (typeof LEAD_STAGES)[number];

export interface ScoreReason {
  readonly rule: string;
  readonly points: number;
}

/** Ids of the records that a conversion created or linked. */
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
    phoneE164: p.string().length(60).name('phone_e164').nullable().hidden(),
    company: p.string().length(255).nullable(),
    jobTitle: p.string().length(100).nullable(),
    website: p.string().length(255).nullable(),
    budget: p.string().length(100).nullable(),
    projectType: p.string().length(100).nullable(),
    message: p.text().default(''),
    source: p.string().length(100).nullable(),
    status: p.enum(LEAD_STATUSES).default('new'),
    score: p.smallint(),
    scoreReasons: json<ScoreReason[]>(),
    estimatedValue: p.decimal('string').precision(14).scale(2).nullable(),
    currency: p.string().length(3).nullable(),
    expectedCloseDate: p.date().nullable(),
    ...owned,
    notes: p.text().nullable(),
    rawInput: p.text().nullable(),
    aiParsed: p.boolean().default(false),
    metadata: json<Record<string, unknown>>(),
    ...extensible,
    contactedAt: p.datetime(3).nullable(),
    convertedAt: p.datetime(3).nullable(),
    convertedCompanyId: p.uuid().nullable(),
    convertedContactId: p.uuid().nullable(),
    convertedDealId: p.uuid().nullable(),
  },
});

export class Lead extends LeadSchema.class {
  /** Changes the status. The first change from `new` sets `contactedAt`. */
  moveTo(status: LeadStatus, now = new Date()): void {
    const allowed = allowedMoves(this.status);
    if (!allowed.includes(status)) {
      throw new ConflictError('lead-status-not-allowed', `A lead that is ${this.status} cannot become ${status}.`, {
        members: { current: this.status, allowed },
      });
    }
    if (this.status === 'new') this.contactedAt ??= now;
    this.status = status;
  }

  convert({ companyId, contactId, dealId }: ConvertedInto, now = new Date()): void {
    this.requireConvertible();
    Object.assign(this, {
      convertedAt: now,
      convertedCompanyId: companyId,
      convertedContactId: contactId,
      convertedDealId: dealId,
    });
  }

  /** Rejects lost leads, to prevent accidental conversions. The user must set the status to `contacted` first. */
  requireConvertible(): void {
    this.requireOpen();
    if (this.status === 'lost')
      throw new ConflictError('lead-lost', 'The lead is lost; change its status to contacted before the conversion.', {
        members: { current: this.status, allowed: allowedMoves(this.status) },
      });
  }

  unconvert(): void {
    if (!this.convertedAt) throw new ConflictError('lead-not-converted', 'The lead is not converted.');
    Object.assign(this, {
      convertedAt: null,
      convertedCompanyId: null,
      convertedContactId: null,
      convertedDealId: null,
    });
  }

  /** Rejects converted leads: after the conversion, users work with the deal, the contact and the company. */
  requireOpen(): void {
    if (!this.convertedAt) return;
    const into: ConvertedInto = {
      companyId: this.convertedCompanyId ?? null,
      contactId: this.convertedContactId ?? null,
      dealId: this.convertedDealId ?? null,
    };
    throw new ConflictError('lead-converted', 'The lead was converted and cannot be changed.', {
      members: { convertedAt: this.convertedAt.toISOString(), ...into },
    });
  }
}
LeadSchema.setClass(Lead);
export { LeadSchema };

const OPEN: readonly LeadStatus[] = ['new', 'contacted', 'qualified', 'proposal'];
const FORWARD: readonly LeadStatus[] = [...OPEN, 'won'];

/** Allowed next statuses: any later status, `lost` from an open status, `contacted` from `lost`. `won` is final. */
export function allowedMoves(status: LeadStatus): LeadStatus[] {
  if (status === 'lost') return ['contacted'];
  if (status === 'won') return [];
  return [...FORWARD.slice(FORWARD.indexOf(status) + 1), 'lost'];
}

const LONGEST_PART = 100;

export interface PersonName {
  readonly name?: string | null;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
}

/** Completes the name: parts from the full name, or the full name from its parts. The last word is the last name. */
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
  // If a part is longer than its column, only the full name is stored, because a cut name would be wrong.
  const fits = [split.first, split.last].every((part) => part === undefined || lengthOf(part) <= LONGEST_PART);
  return {
    name: words.join(' '),
    firstName: firstName ?? (fits ? split.first : null) ?? null,
    lastName: lastName ?? (fits ? split.last : null) ?? null,
  };
}
