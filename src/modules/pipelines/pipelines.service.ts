import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { changeBetween, requireVersion } from '../../kernel/change.js';
import { newId } from '../../kernel/entity.js';
import { Conflict } from '../../kernel/errors.js';
import { Events } from '../../kernel/events.js';
import { Database, Reader, violatedForeignKey, violatedUnique } from '../../platform/database/index.js';
import { Pipeline } from './pipeline.entity.js';
import type { PipelineCreate, PipelineUpdate, PipelineView } from './pipelines.dto.js';
import { pipelineCreated, pipelineDeleted, pipelineUpdated } from './pipelines.events.js';
import { PipelinesQueries } from './pipelines.queries.js';
import { PipelineParts } from './pipeline-parts.js';
import { allPipelines } from './ranks.js';
import { requireWholePipeline } from './stages/stage-rules.js';

/** What can be done with pipelines. Their writes come one after the other, so that exactly one of them is the default at any time. */
@Injectable()
export class PipelinesService {
  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
    private readonly queries: PipelinesQueries,
    private readonly events: Events,
    private readonly parts: PipelineParts,
  ) {}

  create({ stages, position, isDefault = false, ...wanted }: PipelineCreate): Promise<PipelineView> {
    if (stages) requireWholePipeline(stages);
    return this.write(async (em) => {
      const given = stages ?? (await this.parts.stagesOfDefault());
      if (isDefault) await this.dethrone();
      const id = newId();
      em.create(Pipeline, { id, ...wanted, isDefault, rank: await this.parts.ranks.at(allPipelines, position) });
      await em.flush();
      const view = await this.queries.get(id);
      this.events.record(pipelineCreated, id, { object: view, previous: {}, changedFields: [] });
      await this.parts.stages.createAll(em, id, given);
      return view;
    });
  }

  update(id: string, wanted: PipelineUpdate, version?: number): Promise<PipelineView> {
    return this.write(async (em) => {
      const before = await this.queries.get(id);
      requireVersion(before, version, wanted);
      requireSound(before, wanted);
      if (wanted.isDefault && !before.isDefault) await this.dethrone();
      await this.apply(em, before, wanted);
      await em.flush();
      const after = await this.queries.get(id);
      const change = changeBetween(before, after);
      if (change.changedFields.length > 0) this.events.record(pipelineUpdated, id, change);
      return after;
    });
  }

  /** Only one on which no deal ever was: the history of deals names their pipelines. */
  remove(id: string, version?: number): Promise<void> {
    return this.write(async (em) => {
      const before = await this.queries.get(id);
      requireVersion(before, version);
      if (before.isDefault) throw isTheDefault('deleted');
      await em.nativeDelete(Pipeline, { id });
      this.events.record(pipelineDeleted, id, { object: before, previous: {}, changedFields: [] });
    });
  }

  private async apply(em: EntityManager, before: PipelineView, { position, ...wanted }: PipelineUpdate): Promise<void> {
    const pipeline = await em.findOneOrFail(Pipeline, before.id);
    Object.assign(pipeline, Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)));
    if (position === undefined || Math.min(position, await this.queries.count()) === before.position) return;
    pipeline.rank = await this.parts.ranks.at(allPipelines, position, before.id);
  }

  /** Before another one becomes it: at no moment are there two. */
  private async dethrone(): Promise<void> {
    const before = await this.queries.default();
    await this.reader.rows(
      sql`update pipelines set is_default = false, updated_at = now(), version = version + 1 where id = ${before.id}::uuid`,
    );
    this.events.record(pipelineUpdated, before.id, changeBetween(before, await this.queries.get(before.id)));
  }

  private async write<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.database.write(async (em) => {
        await this.reader.rows(sql`select id from pipelines order by id for no key update`);
        return work(em);
      });
    } catch (error) {
      if (violatedUnique(error) === 'pipelines_name_key')
        throw new Conflict('pipeline-name-taken', 'Another pipeline has this name already.');
      if (violatedForeignKey(error))
        throw new Conflict(
          'pipeline-in-use',
          'Deals are or were on this pipeline: it can be retired, with isActive, but not deleted.',
        );
      throw error;
    }
  }
}

const isTheDefault = (what: string): Conflict =>
  new Conflict('default-pipeline', `The default pipeline cannot be ${what}; make another one the default first.`);

function requireSound(
  before: PipelineView,
  { isDefault = before.isDefault, isActive = before.isActive }: PipelineUpdate,
): void {
  if (before.isDefault && !isActive) throw isTheDefault('retired');
  if (before.isDefault && !isDefault) throw isTheDefault('dismissed');
  if (isDefault && !isActive) throw new Conflict('pipeline-retired', 'A retired pipeline cannot be the default.');
}
