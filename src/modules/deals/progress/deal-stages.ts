import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Conflict, invalidAt } from '../../../kernel/errors.js';
import { Reader } from '../../../platform/database/index.js';
import type { StageFacts } from '../deal.entity.js';

interface StageRow extends StageFacts {
  /** Neither it nor its pipeline is retired. */
  readonly isActive: boolean;
}

/** Where a deal stands: what deals have in common that are asked for a stage. */
interface Standing {
  readonly id: string;
  readonly pipelineId: string;
  readonly stageId: string;
}

const SELECTED = sql`select s.id, s.pipeline_id as "pipelineId", s.kind, s.probability, s.rot_days as "rotDays", s.is_active and p.is_active as "isActive" from pipeline_stages s join pipelines p on p.id = s.pipeline_id`;

/** Holds until the end of the transaction: nobody retires a stage, or changes its probability, while a deal comes to it. */
const kept = sql`for share of s`;
/** A new deal is written under a guard, which holds the stage itself. */
const unkept = sql``;

/** Gives a row for as long as deals may be put into the stage: what a new deal is written under. */
export const guardOf = (stage: StageFacts): RawBuilder<unknown> =>
  sql`select 1 from pipeline_stages s join pipelines p on p.id = s.pipeline_id where s.id = ${stage.id}::uuid and s.is_active and p.is_active and s.probability = ${stage.probability} ${kept}`;

/** The stages that deals come to. */
@Injectable()
export class DealStages {
  constructor(private readonly reader: Reader) {}

  /** Where a new deal begins: what is said, else the first open stage of the pipeline, else of the default one. */
  async beginning({
    pipelineId,
    stageId,
  }: {
    readonly pipelineId?: string;
    readonly stageId?: string;
  }): Promise<StageFacts> {
    if (stageId === undefined) return this.firstOpen(pipelineId);
    const stage = required(await this.row(sql`where s.id = ${stageId}::uuid`, unkept));
    if (pipelineId !== undefined && stage.pipelineId !== pipelineId.toLowerCase())
      throw invalidAt('#/stageId', 'stage-of-other-pipeline', 'must be a stage of the pipeline');
    if (stage.kind !== 'open') throw invalidAt('#/stageId', 'stage-not-open', 'a deal begins in an open stage');
    return stage;
  }

  /** A stage that somebody named. */
  async target(stageId: string): Promise<StageFacts> {
    return required(await this.row(sql`where s.id = ${stageId}::uuid`));
  }

  /** Where deals of a pipeline go that are decided so. Also in a retired pipeline: what is there can come to its end. */
  async ending(pipelineId: string, kind: 'won' | 'lost'): Promise<StageFacts> {
    const stage = await this.first(pipelineId, kind);
    if (!stage)
      throw new Conflict('pipeline-without-stage', `The pipeline has no active stage where deals are ${kind}.`, {
        members: { pipelineId, kind },
      });
    return stage;
  }

  /** The last stage in which it was open; where that is retired, the first open one of its pipeline. */
  async lastOpen({ id, pipelineId }: Standing): Promise<StageFacts> {
    const last = await this.row(sql`
      where s.id = (select c.to_stage_id from deal_stage_changes c join pipeline_stages o on o.id = c.to_stage_id where c.deal_id = ${id}::uuid and o.kind = 'open' order by c.changed_at desc, c.id desc limit 1)`);
    if (last?.isActive) return last;
    const first = await this.first(pipelineId, 'open');
    if (!first?.isActive)
      throw new Conflict(
        'stage-retired',
        'The stage in which the deal was open is retired; name another one as stageId.',
      );
    return first;
  }

  /** Its own stage as it is now; where that is retired, the first active one of its kind. */
  async own({ pipelineId, stageId }: Standing): Promise<StageFacts> {
    const [own] = await this.reader.rows<StageFacts & { standing: boolean }>(
      sql`select s.id, s.pipeline_id as "pipelineId", s.kind, s.probability, s.rot_days as "rotDays", s.is_active as standing from pipeline_stages s where s.id = ${stageId}::uuid ${kept}`,
    );
    if (!own) throw new Error(`There is no stage ${stageId}`);
    return own.standing ? own : ((await this.first(pipelineId, own.kind)) ?? own);
  }

  private async firstOpen(pipelineId: string | undefined): Promise<StageFacts> {
    const stage = await this.row(
      sql`where ${pipelineId === undefined ? sql`p.is_default` : sql`p.id = ${pipelineId}::uuid`} and s.kind = 'open' and s.is_active order by s.rank limit 1`,
      unkept,
    );
    if (stage?.isActive) return stage;
    if (pipelineId === undefined)
      throw new Conflict('pipeline-without-stage', 'The default pipeline has no active open stage.', {
        members: { kind: 'open' },
      });
    throw stage
      ? invalidAt('#/pipelineId', 'pipeline-retired', 'must be an active pipeline')
      : invalidAt(
          '#/pipelineId',
          'unknown-pipeline',
          'there is no pipeline with this id, or it has no active open stage',
        );
  }

  private first(pipelineId: string, kind: StageFacts['kind']): Promise<StageRow | undefined> {
    return this.row(
      sql`where s.pipeline_id = ${pipelineId}::uuid and s.kind = ${kind} and s.is_active order by s.rank limit 1`,
    );
  }

  private row(where: RawBuilder<unknown>, lock = kept): Promise<StageRow | undefined> {
    return this.reader.row<StageRow>(sql`${SELECTED} ${where} ${lock}`);
  }
}

function required(stage: StageRow | undefined): StageFacts {
  if (!stage) throw invalidAt('#/stageId', 'unknown-stage', 'there is no stage with this id');
  if (!stage.isActive) throw invalidAt('#/stageId', 'stage-retired', 'must be an active stage of an active pipeline');
  return stage;
}
