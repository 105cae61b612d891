import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/entity.js';
import { Invalid, invalidAt } from '../../kernel/errors.js';
import { mergePatch } from '../../kernel/merge-patch.js';
import { twoPlaces } from '../../kernel/money.js';
import { CustomFields, ownerOfNew, rowFrom } from '../../platform/records/index.js';
import { Settings } from '../settings/index.js';
import { Users } from '../users/index.js';
import { LeadScore } from './lead-score.js';
import { completeName } from './lead.entity.js';
import type { LeadCreate, LeadView } from './leads.dto.js';
import { LEAD_COLUMNS } from './leads.fields.js';

/** How a lead came in, where it was not typed in field by field. */
export interface LeadOrigin {
  readonly rawInput?: string;
  readonly aiParsed?: boolean;
}

/** Makes whole new leads of what was given: names, currency, owner and score filled in. */
@Injectable()
export class LeadDrafts {
  constructor(
    private readonly settings: Settings,
    private readonly users: Users,
    private readonly score: LeadScore,
    private readonly customFields: CustomFields,
  ) {}

  async make(actor: Actor | null, input: LeadCreate, origin: LeadOrigin = {}): Promise<LeadView> {
    const names = completeName(input);
    if (!names.name) throw invalidAt('#/name', 'required', 'a lead needs a name, or a first or last name');
    requireReachable(input);
    const place = await this.users.requirePlace(
      { ownerId: ownerOfNew(actor, input), teamId: input.teamId },
      'leads:read',
      actor?.userId,
    );
    const customFields = await this.customFields.accept('leads', input.customFields);
    const lead = {
      ...blank(),
      ...given(input),
      ...names,
      name: names.name,
      ...place,
      customFields,
      currency: await this.currency(input),
      ...origin,
    };
    return { ...lead, ...(await this.score.of(lead)) };
  }

  private async currency({ estimatedValue, currency }: LeadCreate): Promise<string | null> {
    return currency ?? (estimatedValue ? await this.settings.get('default_currency') : null);
  }
}

export function requireReachable({ email, phone }: { email?: string | null; phone?: string | null }): void {
  if (email || phone) return;
  const mistake = { code: 'required', detail: 'a lead needs an e-mail address or a phone number' };
  throw new Invalid('lead-unreachable', 'A lead needs an e-mail address or a phone number.', {
    errors: [
      { pointer: '#/email', ...mistake },
      { pointer: '#/phone', ...mistake },
    ],
  });
}

function blank(): LeadView {
  const now = new Date().toISOString();
  return {
    id: newId(),
    name: '',
    firstName: null,
    lastName: null,
    email: null,
    phone: null,
    company: null,
    jobTitle: null,
    website: null,
    budget: null,
    projectType: null,
    message: '',
    source: null,
    status: 'new',
    stage: 'prospect',
    score: 0,
    scoreReasons: [],
    estimatedValue: null,
    currency: null,
    expectedCloseDate: null,
    ownerId: null,
    teamId: null,
    notes: null,
    tags: [],
    rawInput: null,
    aiParsed: false,
    metadata: {},
    externalIds: {},
    customFields: {},
    contactedAt: null,
    convertedAt: null,
    convertedCompanyId: null,
    convertedContactId: null,
    convertedDealId: null,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    version: 1,
  };
}

function given(input: LeadCreate): Partial<LeadView> {
  const fields = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as Partial<LeadView>;
  if (input.estimatedValue) fields.estimatedValue = twoPlaces(input.estimatedValue);
  for (const map of ['metadata', 'externalIds'] as const)
    if (input[map]) fields[map] = mergePatch({}, input[map]) as Record<string, string>;
  return fields;
}

/** The lead as a row of its table. */
export const leadRow = (lead: LeadView): Record<string, unknown> => ({
  ...rowFrom(LEAD_COLUMNS, lead),
  score_reasons: JSON.stringify(lead.scoreReasons),
});
