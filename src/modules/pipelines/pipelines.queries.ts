import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { notFound } from '../../kernel/errors.js';
import type { Page } from '../../kernel/page.js';
import { QueryRunner } from '../../platform/database/index.js';
import { columnsOf, parseSort, RecordLists, simpleFilter, type RecordSource } from '../../platform/query/index.js';
import type { PipelineQuery, PipelineView } from './pipelines.dto.js';
import { pipelineSource, stageSource } from './pipelines.fields.js';
import type { PipelineStageQuery, PipelineStageView } from './stages/stages.dto.js';

const systemContext = () => ({ userId: '', now: new Date() });

interface Asked {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
  readonly count?: 'none' | 'exact' | 'estimated' | undefined;
  readonly sort?: readonly string[] | undefined;
}

/** Reads of pipelines and stages. These have no owner: every user with the permission sees all of them. */
@Injectable()
export class PipelinesQueries {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
  ) {}

  list(query: PipelineQuery): Promise<Page<PipelineView>> {
    return this.page(pipelineSource, query, []);
  }

  async get(id: string): Promise<PipelineView> {
    const pipeline = await this.queryRunner.row<PipelineView>(
      sql`select ${columnsOf(pipelineSource)} from pipelines p where p.id = ${id}::uuid`,
    );
    if (!pipeline) throw notFound('pipeline');
    return pipeline;
  }

  /** Returns the pipeline of new deals without a given pipeline. */
  async default(): Promise<PipelineView> {
    const pipeline = await this.queryRunner.row<PipelineView>(
      sql`select ${columnsOf(pipelineSource)} from pipelines p where p.is_default`,
    );
    if (!pipeline) throw new Error('There is no default pipeline');
    return pipeline;
  }

  async count(): Promise<number> {
    return (
      (await this.queryRunner.row<{ count: number }>(sql`select count(*)::int as count from pipelines`))?.count ?? 0
    );
  }

  async listStages(pipelineId: string, query: PipelineStageQuery): Promise<Page<PipelineStageView>> {
    await this.get(pipelineId);
    return this.page(stageSource, query, [sql`s.pipeline_id = ${pipelineId}::uuid`]);
  }

  /** Returns the active and retired stages of a pipeline in order. */
  stages(pipelineId: string): Promise<PipelineStageView[]> {
    return this.queryRunner.rows<PipelineStageView>(
      sql`select ${columnsOf(stageSource)} from pipeline_stages s where s.pipeline_id = ${pipelineId}::uuid
        order by s.rank`,
    );
  }

  async stage(id: string): Promise<PipelineStageView> {
    const stage = await this.queryRunner.row<PipelineStageView>(
      sql`select ${columnsOf(stageSource)} from pipeline_stages s where s.id = ${id}::uuid`,
    );
    if (!stage) throw notFound('pipeline-stage');
    return stage;
  }

  private page<V extends object>(
    source: RecordSource,
    { limit = 25, cursor, count = 'none', sort, ...filters }: Asked,
    where: RawBuilder<unknown>[],
  ): Promise<Page<V>> {
    const filter = simpleFilter({ ...filters }, source.fields);
    return this.lists.page<V>(source, {
      where,
      limit,
      count,
      sort: parseSort(sort, source.fields, ['position']),
      context: systemContext(),
      ...(cursor && { cursor }),
      ...(filter && { filter }),
    });
  }
}
