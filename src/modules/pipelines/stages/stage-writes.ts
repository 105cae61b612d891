import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { changeBetween, requireVersion } from '../../../kernel/change.js';
import { Conflict, notFound } from '../../../kernel/errors.js';
import { Events, type EventType } from '../../../kernel/events.js';
import { Database, Reader, violatedForeignKey, violatedUnique } from '../../../platform/database/index.js';
import { PipelinesQueries } from '../pipelines.queries.js';
import { PipelineStage } from './pipeline-stage.entity.js';
import type { StageChange } from './stages.events.js';
import type { PipelineStageView } from './stages.dto.js';

/** A stage among those of its pipeline, which nobody else changes meanwhile. */
export interface Held {
  readonly stage: PipelineStage;
  readonly before: PipelineStageView;
  readonly stages: readonly PipelineStageView[];
  readonly em: EntityManager;
}

export interface StageWanted<E extends StageChange> {
  readonly event: EventType<E>;
  readonly version?: number | undefined;
  readonly wanted?: object;
  /** Gives what the event tells besides. */
  readonly apply: (held: Held) => Promise<Omit<E, keyof StageChange> | void>;
}

/** Writes of stages. Those of one pipeline come one after the other, so that its rules hold whoever else writes. */
@Injectable()
export class StageWrites {
  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
    private readonly queries: PipelinesQueries,
    private readonly events: Events,
  ) {}

  async write<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.database.write(work);
    } catch (error) {
      if (violatedUnique(error) === 'pipeline_stages_name_key')
        throw new Conflict('stage-name-taken', 'Another stage of the pipeline has this name already.');
      if (violatedForeignKey(error))
        throw new Conflict(
          'stage-in-use',
          'Deals are or were in this stage: it can be retired, which moves them, but not deleted.',
        );
      throw error;
    }
  }

  /** The stages of a pipeline in order, held until the unit of work ends. Deals go in and out meanwhile. */
  async hold(pipelineId: string): Promise<PipelineStageView[]> {
    await this.reader.rows(sql`select id from pipelines where id = ${pipelineId}::uuid for no key update`);
    return this.queries.stages(pipelineId);
  }

  async held(em: EntityManager, id: string, version: number | undefined, wanted: object = {}): Promise<Held> {
    const { pipelineId } = await this.queries.stage(id);
    const stages = await this.hold(pipelineId);
    const before = stages.find((stage) => stage.id === id);
    if (!before) throw notFound('pipeline-stage');
    requireVersion(before, version, wanted);
    return { stage: await em.findOneOrFail(PipelineStage, id), before, stages, em };
  }

  change<E extends StageChange>(
    id: string,
    { event, apply, version, wanted }: StageWanted<E>,
  ): Promise<{ stage: PipelineStageView; told: Omit<E, keyof StageChange> | void }> {
    return this.write(async (em) => {
      const held = await this.held(em, id, version, wanted);
      const told = await apply(held);
      await em.flush();
      const stage = await this.queries.stage(id);
      const change = changeBetween(held.before, stage);
      if (change.changedFields.length > 0) this.events.record(event, id, { ...change, ...told } as unknown as E);
      return { stage, told };
    });
  }
}
