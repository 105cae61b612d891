import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { changeBetween } from '../../../kernel/change.js';
import { Events } from '../../../kernel/events.js';
import { OccupiesStages, type StageOccupants } from '../../../kernel/stage-occupants.js';
import { Database, Reader } from '../../../platform/database/index.js';
import { Records } from '../../../platform/records/index.js';
import type { DealView } from '../deals.dto.js';
import { dealStageChanged, dealUpdated } from '../deals.events.js';
import { dealKind } from '../deals.queries.js';
import { stepBetween } from '../progress/deal-progress.service.js';

/** Those that follow the probability of their stage and have another one. */
const BEHIND = sql`d.deleted_at is null and d.status = 'open' and not d.has_own_probability and d.probability <> (select s.probability from pipeline_stages s where s.id = d.stage_id)`;

/** Deals as what stands in the stages of pipelines: what is done with a stage is done with them, each with its event. Whoever may do it to the stage does it also to deals out of their sight. */
@OccupiesStages()
@Injectable()
export class StageDeals implements StageOccupants {
  readonly resource = 'deals';

  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
    private readonly events: Events,
    private readonly records: Records,
  ) {}

  async standsIn(stageId: string): Promise<boolean> {
    const row = await this.reader.row(sql`select 1 from deals d where d.stage_id = ${stageId}::uuid limit 1`);
    return row !== undefined;
  }

  count(stageId: string): Promise<number> {
    return this.counted(sql`d.stage_id = ${stageId}::uuid and d.deleted_at is null`);
  }

  /** Its own probability an open deal keeps only until the next move, and this is one. */
  move(stageId: string, toStageId: string, limit: number): Promise<number> {
    return this.each(sql`d.stage_id = ${stageId}::uuid and d.deleted_at is null`, limit, {
      update: (ids) => sql`
        update deals d set pipeline_id = s.pipeline_id, stage_id = s.id, probability = case when d.status = 'open' then s.probability else d.probability end, has_own_probability = false, updated_at = now(), version = d.version + 1
        from pipeline_stages s where s.id = ${toStageId}::uuid and d.id = any(${ids}::uuid[])`,
      tell: (before, after) => this.events.record(dealStageChanged, before.id, { ...changeBetween(before, after), ...stepBetween(before, after) }),
    });
  }

  countBehind(stageId: string): Promise<number> {
    return this.counted(sql`d.stage_id = ${stageId}::uuid and ${BEHIND}`);
  }

  follow(stageId: string, limit: number): Promise<number> {
    return this.each(sql`d.stage_id = ${stageId}::uuid and ${BEHIND}`, limit, {
      update: (ids) => sql`update deals d set probability = s.probability, updated_at = now(), version = d.version + 1 from pipeline_stages s where s.id = d.stage_id and d.id = any(${ids}::uuid[])`,
      tell: (before, after) => this.events.record(dealUpdated, before.id, changeBetween(before, after)),
    });
  }

  private async counted(where: RawBuilder<unknown>): Promise<number> {
    return (await this.reader.row<{ count: number }>(sql`select count(*)::int as count from deals d where ${where}`))?.count ?? 0;
  }

  /** Locked in the order of their ids, as a bulk does: neither waits for the other in a circle. */
  private each(where: RawBuilder<unknown>, limit: number, { update, tell }: Work): Promise<number> {
    return this.database.write(async () => {
      const ids = (await this.reader.rows<{ id: string }>(sql`select d.id from deals d where ${where} order by d.id limit ${sql.lit(limit)} for update of d`)).map(({ id }) => id);
      const before = await this.records.viewsOf(dealKind, ids);
      await this.reader.rows(update(ids));
      const after = new Map((await this.records.viewsOf(dealKind, ids)).map((deal) => [deal.id, deal]));
      for (const deal of before) tell(deal, after.get(deal.id) ?? deal);
      return ids.length;
    });
  }
}

interface Work {
  readonly update: (ids: readonly string[]) => RawBuilder<unknown>;
  readonly tell: (before: DealView, after: DealView) => void;
}
