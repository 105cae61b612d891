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
import { dealType } from '../deal.type.js';
import type { DealAbandonment, DealLoss, DealMove, DealReopening, DealStep, DealWin } from './deal-progress.dto.js';
import { DealStages } from './deal-stages.js';

type OnDeal<T> = T & { readonly id: string };

/** Moves, closes and reopens deals. */
@Injectable()
export class DealProgressService {
  /** The steps as operations of bulk requests. */
  readonly bulkSteps = {
    move: (actor: Actor, { id, stageId }: OnDeal<DealMove>) => this.move(actor, id, stageId),
    win: (actor: Actor, { id, wonReason }: OnDeal<DealWin>) => this.win(actor, id, wonReason),
    lose: (actor: Actor, { id, lostReason }: OnDeal<DealLoss>) => this.lose(actor, id, lostReason),
    abandon: (actor: Actor, { id, reason }: OnDeal<DealAbandonment>) => this.abandon(actor, id, reason),
    reopen: (actor: Actor, { id, stageId }: OnDeal<DealReopening>) => this.reopen(actor, id, stageId),
  };

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
    return this.step(actor, id, dealReopened, version, async (deal) => {
      const last = await this.stages.lastOpen(deal);
      deal.reopen(
        await (stageId === undefined ? this.stages.still(last, deal) : this.stages.target(stageId)),
        last?.id,
      );
    });
  }

  private step(
    actor: Actor,
    id: string,
    event: EventType<DealStageChange> | EventType<DealChange>,
    version: number | undefined,
    apply: (deal: Deal) => void | Promise<void>,
  ): Promise<DealView> {
    return this.writes.change(dealType, actor, id, {
      version,
      event,
      apply,
      ...(event !== dealAbandoned && { reports: stepBetween }),
    });
  }
}

export const stepBetween = (before: DealView, after: DealView): DealStep => ({
  fromStageId: before.stageId,
  toStageId: after.stageId,
  seconds: Math.max(0, Math.floor((Date.parse(after.stageEnteredAt) - Date.parse(before.stageEnteredAt)) / 1000)),
});
