import { Injectable } from '@nestjs/common';
import { invalidAt } from '../../../kernel/errors.js';
import { RecordUpdater } from '../../../platform/records/index.js';
import { completeName, type Lead } from '../lead.entity.js';
import { leadType } from '../lead.type.js';
import type { LeadUpdate, LeadView } from '../leads.dto.js';
import { LeadScore } from '../scoring/lead-score.js';
import { requireReachable } from './lead-factory.js';

/** Fields that depend on each other. */
const NAMES = ['name', 'firstName', 'lastName'] as const;

/** Applies patches to a lead and updates the derived fields. */
@Injectable()
export class LeadUpdater {
  constructor(
    private readonly updater: RecordUpdater,
    private readonly score: LeadScore,
  ) {}

  async applyPatch(lead: Lead, before: LeadView, patch: LeadUpdate): Promise<void> {
    await this.updater.applyPatch(leadType, lead, patch, NAMES);
    if (NAMES.some((name) => patch[name] !== undefined)) rename(lead, before, patch);
    requireReachable(lead);
  }

  async rescore(lead: Lead, before: LeadView): Promise<void> {
    const { score, scoreReasons } = await this.score.calculate({ ...before, ...factsOf(lead, before) });
    lead.score = score;
    if (JSON.stringify(scoreReasons) !== JSON.stringify(lead.scoreReasons)) lead.scoreReasons = scoreReasons;
  }
}

// A new full name sets first and last name. New parts set the full name, unless the patch contains a full name too.
function rename(lead: Lead, before: LeadView, { name, firstName, lastName }: LeadUpdate): void {
  const patch =
    name === undefined || name === null
      ? {
          firstName: firstName === undefined ? before.firstName : firstName,
          lastName: lastName === undefined ? before.lastName : lastName,
        }
      : { name, ...(firstName === undefined ? {} : { firstName }), ...(lastName === undefined ? {} : { lastName }) };
  const names = completeName(patch);
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
