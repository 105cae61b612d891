import { Injectable } from '@nestjs/common';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/entity.js';
import { mergePatch } from '../../../kernel/merge-patch.js';
import { twoPlaces } from '../../../kernel/money.js';
import { CustomFields, ownerOfNew, rowFrom } from '../../../platform/records/index.js';
import { Settings } from '../../settings/index.js';
import { Users } from '../../users/index.js';
import type { StageFacts } from '../deal.entity.js';
import type { DealCreate, DealView } from '../deals.dto.js';
import { DEAL_COLUMNS } from '../deals.fields.js';
import { DealStages, guardOf } from '../progress/deal-stages.js';
import { DealLinks } from './deal-links.js';
import { weighted } from './weighted.js';

const DAY = 86_400_000;
/** Said by the stage in which the deal begins. */
const PLACED = new Set(['pipelineId', 'stageId']);

export interface DealDraft {
  readonly deal: DealView;
  /** Gives a row for as long as its stage is what it was made for. */
  readonly guard: RawBuilder<unknown>;
}

/** Makes whole new deals of what was given: currency, probability and owner filled in. */
@Injectable()
export class DealDrafts {
  constructor(
    private readonly settings: Settings,
    private readonly users: Users,
    private readonly links: DealLinks,
    private readonly customFields: CustomFields,
    private readonly stages: DealStages,
  ) {}

  /** `actor` is null for what the system makes by itself. */
  async make(actor: Actor | null, input: DealCreate): Promise<DealDraft> {
    await this.links.require(actor, input);
    const stage = await this.stages.beginning(input);
    const ownerId = ownerOfNew(actor, input);
    const place = await this.users.requirePlace({ ownerId, teamId: input.teamId }, 'deals:read', actor?.userId);
    const currency = input.currency ?? (await this.settings.get('default_currency'));
    const customFields = await this.customFields.accept('deals', input.customFields);
    return {
      deal: { ...begun(stage), ...given(input, stage.probability), ...place, currency, customFields },
      guard: guardOf(stage),
    };
  }
}

function begun({ id, pipelineId, rotDays }: StageFacts): Omit<DealView, 'title' | 'probability' | 'currency'> {
  const now = new Date();
  const at = now.toISOString();
  return {
    id: newId(),
    description: '',
    value: null,
    weightedValue: null,
    pipelineId,
    stageId: id,
    status: 'open',
    hasOwnProbability: false,
    companyId: null,
    contactId: null,
    leadId: null,
    ownerId: null,
    teamId: null,
    priority: 'medium',
    source: null,
    expectedCloseDate: null,
    closedAt: null,
    stageEnteredAt: at,
    rotsAt: rotDays === null ? null : new Date(now.getTime() + rotDays * DAY).toISOString(),
    isRotting: false,
    wonReason: null,
    lostReason: null,
    tags: [],
    externalIds: {},
    customFields: {},
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    version: 1,
  };
}

function given(input: DealCreate, ofStage: number): Pick<DealView, 'title' | 'probability'> & Partial<DealView> {
  const fields = Object.fromEntries(
    Object.entries(input).filter(([name, value]) => value !== undefined && !PLACED.has(name)),
  ) as Partial<DealView>;
  const probability = input.probability ?? ofStage;
  const value = input.value ? twoPlaces(input.value) : null;
  return {
    ...fields,
    title: input.title,
    value,
    probability,
    hasOwnProbability: typeof input.probability === 'number',
    weightedValue: weighted(value, probability),
    externalIds: mergePatch({}, input.externalIds ?? {}) as Record<string, string>,
    ...lowercased(input),
  };
}

const lowercased = ({ companyId, contactId, leadId }: DealCreate): Partial<DealView> =>
  Object.fromEntries(
    Object.entries({ companyId, contactId, leadId }).flatMap(([name, id]) => (id ? [[name, id.toLowerCase()]] : [])),
  );

/** The deal as a row of its table. */
export const dealRow = (deal: DealView): Record<string, unknown> => rowFrom(DEAL_COLUMNS, deal);
