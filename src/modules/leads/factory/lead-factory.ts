import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { UnprocessableError, invalidAt } from '../../../kernel/errors.js';
import { ownerOfNew, RecordFactory, type Assignment } from '../../../platform/records/index.js';
import { Users } from '../../users/index.js';
import { completeName } from '../lead.entity.js';
import { leadType } from '../lead.type.js';
import type { LeadCreate, LeadView } from '../leads.dto.js';
import { LeadScore } from '../scoring/lead-score.js';

/** Origin of a lead that was read from text. */
export interface LeadOrigin {
  readonly rawInput?: string;
  readonly aiParsed?: boolean;
}

/** Creates leads from input, and fills in names and score. */
@Injectable()
export class LeadFactory {
  constructor(
    private readonly factory: RecordFactory,
    private readonly users: Users,
    private readonly score: LeadScore,
  ) {}

  async create(actor: Actor | null, input: LeadCreate, origin: LeadOrigin = {}): Promise<LeadView> {
    const names = completeName(input);
    if (!names.name) throw invalidAt('#/name', 'required', 'a lead needs a name, or a first or last name');
    requireReachable(input);
    const created = await this.factory.create(leadType, actor, {
      ...input,
      ...(await this.replacedAssignment(actor, input)),
    });
    const lead = { ...created, ...names, name: names.name, stage: 'prospect' as const, ...origin };
    return { ...lead, ...(await this.score.calculate({ ...lead })) };
  }

  /** Without an actor, assigns the lead to the team if the owner is inactive or has no permission to read leads. */
  private async replacedAssignment(actor: Actor | null, input: LeadCreate): Promise<Partial<Assignment>> {
    const ownerId = ownerOfNew(actor, input);
    if (actor || !ownerId || (await this.users.canOwn(ownerId, ['leads:read']))) return {};
    return { ownerId: null, teamId: input.teamId ?? (await this.users.teamOf(ownerId)) };
  }
}

export function requireReachable({ email, phone }: { email?: string | null; phone?: string | null }): void {
  if (email || phone) return;
  const mistake = { code: 'required', detail: 'a lead needs an e-mail address or a phone number' };
  throw new UnprocessableError('lead-unreachable', 'A lead needs an e-mail address or a phone number.', {
    errors: [
      { pointer: '#/email', ...mistake },
      { pointer: '#/phone', ...mistake },
    ],
  });
}
