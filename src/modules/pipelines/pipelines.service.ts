import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { changeBetween, requireVersion } from '../../kernel/change.js';
import { newId } from '../../kernel/entity.js';
import { ConflictError } from '../../kernel/errors.js';
import { Events } from '../../kernel/events.js';
import { Database, QueryRunner, violatedForeignKey, violatedUnique } from '../../platform/database/index.js';
import { Pipeline } from './pipeline.entity.js';
import type { PipelineCreate, PipelineUpdate, PipelineView } from './pipelines.dto.js';
import { pipelineCreated, pipelineDeleted, pipelineUpdated } from './pipelines.events.js';
import { PipelinesQueries } from './pipelines.queries.js';
import { PipelineParts } from './pipeline-parts.js';
import { allPipelines } from './ranks.js';
import { requireWholePipeline } from './stages/stage-rules.js';

/** Writes of pipelines. The writes run one after the other, so that exactly one pipeline is the default. */
@Injectable()
export class PipelinesService {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly queries: PipelinesQueries,
    private readonly events: Events,
    private readonly parts: PipelineParts,
  ) {}

  create({ stages, position, isDefault = false, ...patch }: PipelineCreate): Promise<PipelineView> {
    if (stages) requireWholePipeline(stages);
    return this.write(async (em) => {
      const newStages = stages ?? (await this.parts.stagesOfDefault());
      if (isDefault) await this.clearDefault();
      const id = newId();
      em.create(Pipeline, { id, ...patch, isDefault, rank: await this.parts.ranks.at(allPipelines, position) });
      await em.flush();
      const view = await this.queries.get(id);
      this.events.record(pipelineCreated, id, { object: view, previous: {}, changedFields: [] });
      await this.parts.stages.createAll(em, id, newStages);
      return view;
    });
  }

  update(id: string, patch: PipelineUpdate, version?: number): Promise<PipelineView> {
    return this.write(async (em) => {
      const before = await this.queries.get(id);
      requireVersion(before, version, patch);
      requireUsableDefault(before, patch);
      if (patch.isDefault && !before.isDefault) await this.clearDefault();
      await this.apply(em, before, patch);
      await em.flush();
      const after = await this.queries.get(id);
      const change = changeBetween(before, after);
      if (change.changedFields.length > 0) this.events.record(pipelineUpdated, id, change);
      return after;
    });
  }

  /** Deletes a pipeline that never had deals. The history of deals refers to all other pipelines. */
  remove(id: string, version?: number): Promise<void> {
    return this.write(async (em) => {
      const before = await this.queries.get(id);
      requireVersion(before, version);
      if (before.isDefault) throw isTheDefault('deleted');
      await em.nativeDelete(Pipeline, { id });
      this.events.record(pipelineDeleted, id, { object: before, previous: {}, changedFields: [] });
    });
  }

  private async apply(em: EntityManager, before: PipelineView, { position, ...patch }: PipelineUpdate): Promise<void> {
    const pipeline = await em.findOneOrFail(Pipeline, before.id);
    Object.assign(pipeline, Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)));
    if (position === undefined || Math.min(position, await this.queries.count()) === before.position) return;
    pipeline.rank = await this.parts.ranks.at(allPipelines, position, before.id);
  }

  /** Must run before another pipeline becomes the default: a unique index allows one default. */
  private async clearDefault(): Promise<void> {
    const before = await this.queries.default();
    await this.queryRunner.rows(
      sql`update pipelines set is_default = false, updated_at = now(), version = version + 1
        where id = ${before.id}::uuid`,
    );
    this.events.record(pipelineUpdated, before.id, changeBetween(before, await this.queries.get(before.id)));
  }

  private async write<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.database.write(async (em) => {
        await this.queryRunner.rows(sql`select id from pipelines order by id for no key update`);
        return work(em);
      });
    } catch (error) {
      if (violatedUnique(error) === 'pipelines_name_key')
        throw new ConflictError('pipeline-name-taken', 'Another pipeline already has this name.');
      if (violatedForeignKey(error))
        throw new ConflictError(
          'pipeline-in-use',
          'The pipeline has or had deals. It can be retired with isActive, but not deleted.',
        );
      throw error;
    }
  }
}

const isTheDefault = (what: string): ConflictError =>
  new ConflictError(
    'default-pipeline',
    `The default pipeline cannot be ${what}; make another pipeline the default first.`,
  );

function requireUsableDefault(
  before: PipelineView,
  { isDefault = before.isDefault, isActive = before.isActive }: PipelineUpdate,
): void {
  if (before.isDefault && !isActive) throw isTheDefault('retired');
  if (before.isDefault && !isDefault) throw isTheDefault('unset');
  if (isDefault && !isActive) throw new ConflictError('pipeline-retired', 'A retired pipeline cannot be the default.');
}
