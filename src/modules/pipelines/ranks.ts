import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Reader } from '../../platform/database/index.js';

/** What is ordered: the pipelines, or the stages of one. */
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

/** Each move halves the gap that it goes into, and so makes the rank a digit longer. */
const MOST_DIGITS = 60;

/** Between two ranks there is always another one, so that a move changes the moved row alone. Only while whatever is ordered is locked. */
@Injectable()
export class Ranks {
  constructor(private readonly reader: Reader) {}

  /** The rank for this place among the others, from 1; the last one where none is said. */
  async at(ranked: Ranked, position?: number, movedId?: string): Promise<string> {
    const found = await this.between(ranked, position, movedId);
    if (found.digits <= MOST_DIGITS) return found.rank;
    await this.renumber(ranked);
    return (await this.between(ranked, position, movedId)).rank;
  }

  /** A multiplication, because a division rounds: after enough moves two ranks would be one. */
  private async between({ table, where }: Ranked, position?: number, movedId?: string): Promise<Neighbours> {
    const place = position ?? 2147483647;
    const row = await this.reader.row<Neighbours>(sql`
      with others as (select rank, row_number() over (order by rank) as place from ${sql.table(table)} where ${where} and id is distinct from ${movedId ?? null}::uuid),
      around as (select max(rank) filter (where place < ${place}::int) as before, min(rank) filter (where place >= ${place}::int) as behind from others),
      found as (select trim_scale(coalesce((before + behind) * 0.5, before + 1, behind - 1, 1)) as rank from around)
      select rank::text as rank, length(rank::text) as digits from found`);
    if (!row) throw new Error('An aggregate gives a row');
    return row;
  }

  /** All behind the last one in their order, so that no two ranks are the same on the way. */
  private async renumber({ table, where }: Ranked): Promise<void> {
    await this.reader.rows(sql`
      with numbered as (select id, ceil(max(rank) over ()) + row_number() over (order by rank) as rank from ${sql.table(table)} where ${where})
      update ${sql.table(table)} t set rank = numbered.rank from numbered where numbered.id = t.id`);
  }
}
