import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { invalidAt } from '../../kernel/errors.js';
import { mergePatch } from '../../kernel/merge-patch.js';
import { twoPlaces } from '../../kernel/money.js';
import { CustomFields } from '../../platform/records/index.js';
import { Team, User, Users } from '../users/index.js';
import { requireReachable } from './lead-drafts.js';
import { LeadScore } from './lead-score.js';
import { completeName, type Lead } from './lead.entity.js';
import type { LeadUpdate, LeadView } from './leads.dto.js';

const MAPS = ['metadata', 'externalIds'] as const;
const NAMES = new Set(['name', 'firstName', 'lastName']);
/** Fields that are not simply taken over. */
const DERIVED = new Set<string>([...MAPS, ...NAMES, 'estimatedValue', 'customFields']);

/** Whom a lead is given to. */
export interface LeadHolder {
  readonly ownerId: string | null;
  /** Left out, a lead that loses its owner stays in the team. */
  readonly teamId?: string | null;
}

/** Puts wanted values on a lead, with what follows from them. */
@Injectable()
export class LeadChanges {
  constructor(
    private readonly users: Users,
    private readonly score: LeadScore,
    private readonly customFields: CustomFields,
  ) {}

  async apply(lead: Lead, before: LeadView, wanted: LeadUpdate): Promise<void> {
    const given = Object.entries(wanted).filter(([, value]) => value !== undefined);
    Object.assign(lead, Object.fromEntries(given.filter(([field]) => !DERIVED.has(field))));
    if (wanted.estimatedValue !== undefined)
      lead.estimatedValue = wanted.estimatedValue === null ? null : twoPlaces(wanted.estimatedValue);
    for (const map of MAPS) if (wanted[map]) lead[map] = mergePatch(lead[map], wanted[map]) as Record<string, string>;
    if (wanted.customFields)
      lead.customFields = await this.customFields.accept('leads', wanted.customFields, lead.customFields);
    if (given.some(([field]) => NAMES.has(field))) rename(lead, before, wanted);
    requireReachable(lead);
  }

  /** Who owns it already may stay, also after having lost the right to read leads. */
  async assign(lead: Lead, { ownerId, teamId }: LeadHolder, em: EntityManager): Promise<void> {
    const place = await this.users.requirePlace(
      { ownerId, teamId: ownerId || teamId !== undefined ? teamId : lead.team?.id },
      'leads:read',
      lead.owner?.id,
    );
    lead.owner = place.ownerId ? em.getReference(User, place.ownerId) : null;
    lead.team = place.teamId ? em.getReference(Team, place.teamId) : null;
  }

  async rescore(lead: Lead, before: LeadView): Promise<void> {
    const { score, scoreReasons } = await this.score.of({ ...before, ...factsOf(lead, before) });
    lead.score = score;
    if (JSON.stringify(scoreReasons) !== JSON.stringify(lead.scoreReasons)) lead.scoreReasons = scoreReasons;
  }
}

// A new full name makes new parts; new parts make a new full name unless one is given with them.
function rename(lead: Lead, before: LeadView, { name, firstName, lastName }: LeadUpdate): void {
  const wanted =
    name === undefined
      ? {
          firstName: firstName === undefined ? before.firstName : firstName,
          lastName: lastName === undefined ? before.lastName : lastName,
        }
      : { name, ...(firstName === undefined ? {} : { firstName }), ...(lastName === undefined ? {} : { lastName }) };
  const names = completeName(wanted);
  if (!names.name) throw invalidAt('#/name', 'required', 'a lead needs a name, or a first or last name');
  Object.assign(lead, names);
}

function factsOf(lead: Lead, before: LeadView): Record<string, unknown> {
  const stored = lead as unknown as Record<string, unknown>;
  const facts = Object.keys(before)
    .filter((key) => key in stored)
    .map((key) => [key, asSeen(stored[key])]);
  return { ...Object.fromEntries(facts), ownerId: lead.owner?.id ?? null, teamId: lead.team?.id ?? null };
}

const asSeen = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);
