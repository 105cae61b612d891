import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { RecordFactory, RecordReferences, type NewRecord } from '../../../platform/records/index.js';
import type { StageFacts } from '../deal.entity.js';
import { dealType } from '../deal.type.js';
import type { DealCreate, DealView } from '../deals.dto.js';
import { DealStages, guardOf } from '../progress/deal-stages.js';
import { weighted } from './weighted.js';

const DAY = 86_400_000;

/** Builds new deals from input. Sets the stage, the probability and the values that depend on them. */
@Injectable()
export class DealFactory {
  constructor(
    private readonly factory: RecordFactory,
    private readonly references: RecordReferences,
    private readonly stages: DealStages,
  ) {}

  /** `actor` is null for the system. The guard returns a row while the stage accepts deals. */
  async create(actor: Actor | null, input: DealCreate): Promise<NewRecord<DealView>> {
    await this.references.require('deals', actor, input, {}, { needsPermission: true });
    const stage = await this.stages.beginning(input);
    const deal = await this.factory.create(dealType, actor, input);
    return { record: { ...deal, ...inStage(stage, deal, input) }, guard: guardOf(stage) };
  }
}

function inStage(
  { id, pipelineId, probability: ofStage, rotDays }: StageFacts,
  { value, createdAt }: DealView,
  input: DealCreate,
): Partial<DealView> {
  const probability = input.probability ?? ofStage;
  return {
    pipelineId,
    stageId: id,
    stageEnteredAt: createdAt,
    rotsAt: rotDays === null ? null : new Date(Date.parse(createdAt) + rotDays * DAY).toISOString(),
    isRotting: false,
    probability,
    hasOwnProbability: typeof input.probability === 'number',
    weightedValue: weighted(value, probability),
  };
}
