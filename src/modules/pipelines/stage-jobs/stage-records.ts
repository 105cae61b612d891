import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { RECORDS_IN_STAGE, type RecordsInStage } from './records-in-stage.js';
import { withoutVisibility } from '../../../platform/database/index.js';

/** A change for all records in a stage: a move to another stage, or the new probability of the stage. */
export interface StageOrder {
  readonly stageId: string;
  /** If undefined, the records stay and get the probability of the stage. */
  readonly toStageId?: string;
  /** The user who requested the change. */
  readonly byUserId: string;
}

export const BATCH = 100;

/**
 * Calls the modules with records in stages. Ignores visibility, because retiring a stage also moves records that the
 * user cannot see.
 */
@Injectable()
export class StageRecords {
  private found: readonly RecordsInStage[] | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  private get kinds(): readonly RecordsInStage[] {
    this.found ??= this.discovery
      .getProviders()
      .filter(
        ({ metatype, instance }) =>
          metatype && instance && this.reflector.get<boolean | undefined>(RECORDS_IN_STAGE, metatype),
      )
      .map(({ instance }) => instance as RecordsInStage);
    return this.found;
  }

  async isEmpty(stageId: string): Promise<boolean> {
    for (const kind of this.kinds) if (await withoutVisibility(() => kind.hasAny(stageId))) return false;
    return true;
  }

  async lock(stageId: string, limit: number): Promise<void> {
    for (const kind of this.kinds) await withoutVisibility(() => kind.lock(stageId, limit));
  }

  /** Counts the records that are not processed yet. */
  left({ stageId, toStageId }: StageOrder): Promise<number> {
    return toStageId === undefined ? this.sum((kind) => kind.countOutdated(stageId)) : this.count(stageId);
  }

  count(stageId: string): Promise<number> {
    return this.sum((kind) => kind.count(stageId));
  }

  /** Processes one batch. A result below `BATCH` means that no record is left. */
  async step({ stageId, toStageId }: StageOrder): Promise<number> {
    for (const kind of this.kinds) {
      const done = await withoutVisibility(() =>
        toStageId === undefined ? kind.follow(stageId, BATCH) : kind.move(stageId, toStageId, BATCH),
      );
      if (done > 0) return done === BATCH || kind === this.kinds.at(-1) ? done : BATCH;
    }
    return 0;
  }

  // Sequential, because the queries of a unit of work share one connection.
  private async sum(count: (kind: RecordsInStage) => Promise<number>): Promise<number> {
    let sum = 0;
    for (const kind of this.kinds) sum += await withoutVisibility(() => count(kind));
    return sum;
  }
}
