import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { STAGE_OCCUPANTS, type StageOccupants } from '../../../kernel/stage-occupants.js';
import { beyondSight } from '../../../platform/database/index.js';

/** What is to be done with all that stands in a stage: to another one, or to what the stage says now. */
export interface StageOrder {
  readonly stageId: string;
  /** Left out: it stays, and follows the probability of the stage. */
  readonly toStageId?: string;
  /** Whose deed it is. */
  readonly byUserId: string;
}

export const BATCH = 100;

/** What stands in stages, asked of the modules above that keep such records. Whoever may retire a stage moves also what they do not see. */
@Injectable()
export class Occupancy {
  private found: readonly StageOccupants[] | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  private get kinds(): readonly StageOccupants[] {
    this.found ??= this.discovery
      .getProviders()
      .filter(
        ({ metatype, instance }) =>
          metatype && instance && this.reflector.get<boolean | undefined>(STAGE_OCCUPANTS, metatype),
      )
      .map(({ instance }) => instance as StageOccupants);
    return this.found;
  }

  async isEmpty(stageId: string): Promise<boolean> {
    for (const kind of this.kinds) if (await beyondSight(() => kind.standsIn(stageId))) return false;
    return true;
  }

  async hold(stageId: string, limit: number): Promise<void> {
    for (const kind of this.kinds) await beyondSight(() => kind.hold(stageId, limit));
  }

  /** How many an order is about still. */
  left({ stageId, toStageId }: StageOrder): Promise<number> {
    return toStageId === undefined ? this.sum((kind) => kind.countBehind(stageId)) : this.standing(stageId);
  }

  standing(stageId: string): Promise<number> {
    return this.sum((kind) => kind.count(stageId));
  }

  /** Does one batch of an order; fewer than `BATCH` means that it is through. */
  async step({ stageId, toStageId }: StageOrder): Promise<number> {
    for (const kind of this.kinds) {
      const done = await beyondSight(() =>
        toStageId === undefined ? kind.follow(stageId, BATCH) : kind.move(stageId, toStageId, BATCH),
      );
      if (done > 0) return done === BATCH || kind === this.kinds.at(-1) ? done : BATCH;
    }
    return 0;
  }

  // One after the other: in a unit of work they share one connection.
  private async sum(count: (kind: StageOccupants) => Promise<number>): Promise<number> {
    let sum = 0;
    for (const kind of this.kinds) sum += await beyondSight(() => count(kind));
    return sum;
  }
}
