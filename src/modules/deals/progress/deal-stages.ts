import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { ConflictError, invalidAt } from '../../../kernel/errors.js';
import { QueryRunner } from '../../../platform/database/index.js';
import type { StageFacts } from '../deal.entity.js';

interface StageRow extends StageFacts {
  /** False if the stage or its pipeline is retired. */
  readonly isActive: boolean;
}

/** Limit of the recursion, in case the successors of stages form a cycle. */
const MOST_SUCCESSORS = sql.lit(100);

/** The current stage of a deal. */
interface Standing {
  readonly id: string;
  readonly pipelineId: string;
  readonly stageId: string;
}

const SELECTED = sql`select s.id, s.pipeline_id as "pipelineId", s.kind, s.probability, s.rot_days
  as "rotDays", s.is_active and p.is_active as "isActive" from pipeline_stages s join pipelines p
  on p.id = s.pipeline_id`;

/** Locks the stage until the transaction ends, so that no other transaction retires or changes the stage. */
const shareLock = sql`for share of s`;
/** No lock: for a new deal, the guard locks the stage. */
const unkept = sql``;

/** Guard of the insert of a new deal. Returns a row only while the stage is active and its probability is unchanged. */
export const guardOf = (stage: StageFacts): RawBuilder<unknown> =>
  sql`select 1 from pipeline_stages s join pipelines p on p.id = s.pipeline_id where s.id = ${stage.id}::uuid
    and s.is_active and p.is_active and s.probability = ${stage.probability} ${shareLock}`;

/** Finds the stages for new, moved, closed and reopened deals. */
@Injectable()
export class DealStages {
  constructor(private readonly queryRunner: QueryRunner) {}

  /** Returns the given stage, or the first open stage of the given pipeline or of the default pipeline. */
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

  /** Rejects unknown and retired stages. */
  async target(stageId: string): Promise<StageFacts> {
    return required(await this.row(sql`where s.id = ${stageId}::uuid`));
  }

  /** Returns the first active won or lost stage. The pipeline may be retired, so that its deals can be closed. */
  async ending(pipelineId: string, kind: 'won' | 'lost'): Promise<StageFacts> {
    const stage = await this.first(pipelineId, kind);
    if (!stage)
      throw new ConflictError('pipeline-without-stage', `The pipeline has no active ${kind} stage.`, {
        members: { pipelineId, kind },
      });
    return stage;
  }

  lastOpen({ id }: Standing): Promise<StageRow | undefined> {
    return this.row(sql`
      where s.id = (select c.to_stage_id from deal_stage_changes c join pipeline_stages o on o.id = c.to_stage_id
        where c.deal_id = ${id}::uuid and o.kind = 'open' order by c.changed_at desc, c.id desc limit 1)`);
  }

  /** Returns `last` if active, else its successor, else the first open stage of the pipeline. */
  async still(last: StageRow | undefined, { pipelineId }: Standing): Promise<StageFacts> {
    if (last?.isActive) return last;
    const first = (last && (await this.successorOf(last.id))) ?? (await this.first(pipelineId, 'open'));
    if (!first?.isActive)
      throw new ConflictError(
        'stage-retired',
        'The last open stage of the deal is retired; set another stage in stageId.',
      );
    return first;
  }

  /**
   * Returns the current stage. A retired stage is replaced by its successor, or by the first active stage of its kind.
   */
  async own({ pipelineId, stageId }: Standing): Promise<StageFacts> {
    const [own] = await this.queryRunner.rows<StageFacts & { standing: boolean }>(
      sql`select s.id, s.pipeline_id as "pipelineId", s.kind, s.probability, s.rot_days as "rotDays", s.is_active
        as standing from pipeline_stages s where s.id = ${stageId}::uuid ${shareLock}`,
    );
    if (!own) throw new Error(`There is no stage ${stageId}`);
    return own.standing ? own : ((await this.successorOf(stageId)) ?? (await this.first(pipelineId, own.kind)) ?? own);
  }

  /** Returns the first active stage in the chain of successors. */
  private successorOf(stageId: string): Promise<StageRow | undefined> {
    return this.row(sql`where s.is_active and s.id = (
      with recursive successors (id, next, is_active, step) as (
        select id, successor_id, is_active, 0 from pipeline_stages where id = ${stageId}::uuid
        union all select n.id, n.successor_id, n.is_active, s.step + 1 from successors s join pipeline_stages n
          on n.id = s.next where not s.is_active and s.step < ${MOST_SUCCESSORS})
      select id from successors where is_active order by step limit 1)`);
  }

  private async firstOpen(pipelineId: string | undefined): Promise<StageFacts> {
    const stage = await this.row(
      sql`where ${pipelineId === undefined ? sql`p.is_default` : sql`p.id = ${pipelineId}::uuid`} and s.kind = 'open'
        and s.is_active order by s.rank limit 1`,
      unkept,
    );
    if (stage?.isActive) return stage;
    if (pipelineId === undefined)
      throw new ConflictError('pipeline-without-stage', 'The default pipeline has no active open stage.', {
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

  private row(where: RawBuilder<unknown>, lock = shareLock): Promise<StageRow | undefined> {
    return this.queryRunner.row<StageRow>(sql`${SELECTED} ${where} ${lock}`);
  }
}

function required(stage: StageRow | undefined): StageFacts {
  if (!stage) throw invalidAt('#/stageId', 'unknown-stage', 'there is no stage with this id');
  if (!stage.isActive) throw invalidAt('#/stageId', 'stage-retired', 'must be an active stage of an active pipeline');
  return stage;
}
