import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import type { EventType } from '../../../kernel/events.js';
import { RecordWrites } from '../../../platform/records/index.js';
import type { Deal } from '../deal.entity.js';
import type { DealView } from '../deals.dto.js';
import {
  dealAbandoned,
  dealLost,
  dealReopened,
  dealStageChanged,
  dealWon,
  type DealChange,
  type DealStageChange,
} from '../deals.events.js';
import { dealKind } from '../deals.queries.js';
import type { DealStep } from './deal-progress.dto.js';
import { DealStages } from './deal-stages.js';

/** Takes deals through their stages, to a decision, and back. */
@Injectable()
export class DealProgress {
  constructor(
    private readonly writes: RecordWrites,
    private readonly stages: DealStages,
  ) {}

  move(actor: Actor, id: string, stageId: string, version?: number): Promise<DealView> {
    return this.step(actor, id, dealStageChanged, version, async (deal) =>
      deal.moveTo(await this.stages.target(stageId)),
    );
  }

  win(actor: Actor, id: string, reason: string | null = null, version?: number): Promise<DealView> {
    return this.step(actor, id, dealWon, version, async (deal) =>
      deal.win(await this.stages.ending(deal.pipelineId, 'won'), reason),
    );
  }

  lose(actor: Actor, id: string, reason: string, version?: number): Promise<DealView> {
    return this.step(actor, id, dealLost, version, async (deal) =>
      deal.lose(await this.stages.ending(deal.pipelineId, 'lost'), reason),
    );
  }

  abandon(actor: Actor, id: string, reason: string | null = null, version?: number): Promise<DealView> {
    return this.step(actor, id, dealAbandoned, version, (deal) => deal.abandon(reason));
  }

  reopen(actor: Actor, id: string, stageId?: string, version?: number): Promise<DealView> {
    return this.step(actor, id, dealReopened, version, async (deal) =>
      deal.reopen(await (stageId === undefined ? this.stages.lastOpen(deal) : this.stages.target(stageId))),
    );
  }

  private step(
    actor: Actor,
    id: string,
    event: EventType<DealStageChange> | EventType<DealChange>,
    version: number | undefined,
    apply: (deal: Deal) => void | Promise<void>,
  ): Promise<DealView> {
    return this.writes.change(dealKind, actor, id, {
      version,
      event,
      apply,
      ...(event !== dealAbandoned && { tells: stepBetween }),
    });
  }
}

export const stepBetween = (before: DealView, after: DealView): DealStep => ({
  fromStageId: before.stageId,
  toStageId: after.stageId,
  seconds: Math.max(0, Math.floor((Date.parse(after.stageEnteredAt) - Date.parse(before.stageEnteredAt)) / 1000)),
});
