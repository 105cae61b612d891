import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { RecordReferences, RecordUpdater } from '../../../platform/records/index.js';
import type { Deal } from '../deal.entity.js';
import { dealType } from '../deal.type.js';
import type { DealUpdate } from '../deals.dto.js';
import { DealStages } from '../progress/deal-stages.js';

/** An upsert may contain a stage, which only a move changes. A change of the probability has rules of its own. */
const EXCEPT = ['pipelineId', 'stageId', 'probability'];

@Injectable()
export class DealUpdater {
  constructor(
    private readonly updater: RecordUpdater,
    private readonly references: RecordReferences,
    private readonly stages: DealStages,
  ) {}

  async applyPatch(actor: Actor, deal: Deal, patch: DealUpdate): Promise<void> {
    await this.references.require('deals', actor, patch, deal, { needsPermission: true });
    await this.updater.applyPatch(dealType, deal, patch, EXCEPT);
    if (patch.probability !== undefined) deal.estimate(patch.probability, await this.stages.own(deal));
  }

  /** Applies changes of the stage that happened while the deal was deleted. */
  async followStage(deal: Deal): Promise<void> {
    deal.follow(await this.stages.own(deal));
  }
}
