import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { QueryRunner } from '../../platform/database/index.js';

/** Rows with an order: all pipelines, or the stages of one pipeline. */
export interface Ranked {
  readonly table: 'pipelines' | 'pipeline_stages';
  readonly where: RawBuilder<unknown>;
}

export const allPipelines: Ranked = { table: 'pipelines', where: sql`true` };
export const stagesOf = (pipelineId: string): Ranked => ({
  table: 'pipeline_stages',
  where: sql`pipeline_id = ${pipelineId}::uuid`,
});

interface Neighbours {
  readonly rank: string;
  readonly digits: number;
}

/** Limit before renumbering. Each move halves the gap between two ranks, which adds one digit. */
const MOST_DIGITS = 60;

/**
 * Decimal ranks: another rank always fits between two ranks, so a move changes only one row. The caller must lock the
 * ordered rows.
 */
@Injectable()
export class Ranks {
  constructor(private readonly queryRunner: QueryRunner) {}

  /** Returns the rank for a position among the other rows, from 1. Default: the last position. */
  async at(ranked: Ranked, position?: number, movedId?: string): Promise<string> {
    const found = await this.between(ranked, position, movedId);
    if (found.digits <= MOST_DIGITS) return found.rank;
    await this.renumber(ranked);
    return (await this.between(ranked, position, movedId)).rank;
  }

  /** Multiplies by 0.5, because a division rounds: after enough moves two ranks would be equal. */
  private async between({ table, where }: Ranked, position?: number, movedId?: string): Promise<Neighbours> {
    const target = position ?? 2147483647;
    const row = await this.queryRunner.row<Neighbours>(sql`
      with others as (select rank, row_number() over (order by rank) as ordinal from ${sql.table(table)} where ${where}
        and id is distinct from ${movedId ?? null}::uuid),
      around as (select max(rank) filter (where ordinal < ${target}::int) as before, min(rank)
        filter (where ordinal >= ${target}::int) as after from others),
      found as (select trim_scale(coalesce((before + after) * 0.5, before + 1, after - 1, 1)) as rank from around)
      select rank::text as rank, length(rank::text) as digits from found`);
    if (!row) throw new Error('An aggregate query returns a row');
    return row;
  }

  /** Numbers all rows after the current maximum, so that ranks stay unique during the update. */
  private async renumber({ table, where }: Ranked): Promise<void> {
    await this.queryRunner.rows(sql`
      with numbered as (select id, ceil(max(rank) over ()) + row_number() over (order by rank) as rank
        from ${sql.table(table)} where ${where})
      update ${sql.table(table)} t set rank = numbered.rank from numbered where numbered.id = t.id`);
  }
}
