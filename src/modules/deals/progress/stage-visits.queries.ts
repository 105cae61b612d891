import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { QueryRunner } from '../../../platform/database/index.js';
import { including } from '../../../platform/records/index.js';
import { DealsQueries } from '../deals.queries.js';
import type { DealStagesView, StageVisitView } from './deal-progress.dto.js';

const MOST = sql.lit(1000);
const person = including.person(sql.ref('v.changed_by_id')).column(null);

/** Reads the latest 1000 stage visits of a deal, in order of time. */
@Injectable()
export class StageVisitsQueries {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly deals: DealsQueries,
  ) {}

  async list(actor: Actor, dealId: string): Promise<DealStagesView> {
    const { id } = await this.deals.get(actor, dealId, { deleted: 'any' });
    const data = await this.queryRunner.rows<StageVisitView>(sql`
      select v.id, v.to_stage_id as "stageId", s.pipeline_id as "pipelineId", s.kind, v.changed_at
        as "enteredAt", v.left_at as "leftAt",
        coalesce(v.stayed, greatest(0, floor(extract(epoch from now() - v.changed_at))))::float8 as seconds, ${person}
          as by
      from (
        select c.id, c.to_stage_id, c.changed_at, c.changed_by_id, lead(c.changed_at) over way
          as left_at, lead(c.seconds) over way as stayed
        from deal_stage_changes c where c.deal_id = ${id}::uuid window way as (order by c.changed_at, c.id)
          order by c.changed_at desc, c.id desc limit ${MOST}) v
      join pipeline_stages s on s.id = v.to_stage_id order by v.changed_at, v.id`);
    return { data };
  }
}
