import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { changeBetween, requireVersion } from '../../../kernel/change.js';
import { ConflictError, notFound } from '../../../kernel/errors.js';
import { Events, type EventType } from '../../../kernel/events.js';
import { Database, QueryRunner, violatedForeignKey, violatedUnique } from '../../../platform/database/index.js';
import { PipelinesQueries } from '../pipelines.queries.js';
import { PipelineStage } from './pipeline-stage.entity.js';
import type { StageChange } from './stages.events.js';
import type { PipelineStageView } from './stages.dto.js';

/** A stage with all stages of its pipeline, locked against other changes of the stages. */
export interface LockedStage {
  readonly stage: PipelineStage;
  readonly before: PipelineStageView;
  readonly stages: readonly PipelineStageView[];
  readonly em: EntityManager;
}

export interface StageRequest<E extends StageChange> {
  readonly event: EventType<E>;
  readonly version?: number | undefined;
  readonly patch?: object;
  /** Returns additional event data. */
  readonly apply: (held: LockedStage) => Promise<Omit<E, keyof StageChange> | void>;
}

/** Writes of stages. Writes in one pipeline run one after the other, so that its rules hold. */
@Injectable()
export class StageWrites {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly queries: PipelinesQueries,
    private readonly events: Events,
  ) {}

  async write<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.database.write(work);
    } catch (error) {
      if (violatedUnique(error) === 'pipeline_stages_name_key')
        throw new ConflictError('stage-name-taken', 'Another stage of the pipeline already has this name.');
      if (violatedForeignKey(error))
        throw new ConflictError(
          'stage-in-use',
          'The stage has or had deals. It can be retired, which moves the deals, but not deleted.',
        );
      throw error;
    }
  }

  /**
   * Locks the pipeline until the unit of work ends, and returns its stages in order. Deals can still change their
   * stage.
   */
  async lockPipeline(pipelineId: string): Promise<PipelineStageView[]> {
    await this.queryRunner.rows(sql`select id from pipelines where id = ${pipelineId}::uuid for no key update`);
    return this.queries.stages(pipelineId);
  }

  async lockStage(
    em: EntityManager,
    id: string,
    version: number | undefined,
    patch: object = {},
  ): Promise<LockedStage> {
    const { pipelineId } = await this.queries.stage(id);
    const stages = await this.lockPipeline(pipelineId);
    const before = stages.find((stage) => stage.id === id);
    if (!before) throw notFound('pipeline-stage');
    requireVersion(before, version, patch);
    return { stage: await em.findOneOrFail(PipelineStage, id), before, stages, em };
  }

  change<E extends StageChange>(
    id: string,
    { event, apply, version, patch }: StageRequest<E>,
  ): Promise<{ stage: PipelineStageView; eventData: Omit<E, keyof StageChange> | void }> {
    return this.write(async (em) => {
      const held = await this.lockStage(em, id, version, patch);
      const eventData = await apply(held);
      await em.flush();
      const stage = await this.queries.stage(id);
      const change = changeBetween(held.before, stage);
      if (change.changedFields.length > 0) this.events.record(event, id, { ...change, ...eventData } as unknown as E);
      return { stage, eventData };
    });
  }
}
