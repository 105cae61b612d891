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
import { stepBetween } from './deal-progress.service.js';

const among = (ids: readonly string[]): RawBuilder<unknown> => sql`d.id = any(${ids}::uuid[])`;
const isBehind = (stageId: string): RawBuilder<unknown> =>
  sql`d.stage_id = ${stageId}::uuid and d.deleted_at is null and d.status = 'open' and not d.has_own_probability and d.probability <> (select s.probability from pipeline_stages s where s.id = d.stage_id)`;

/** Deals as what stands in the stages of pipelines: moved on when a stage is retired, and following what it says. Deleted ones follow when they are restored. */
@OccupiesStages()
@Injectable()
export class StageOccupancy implements StageOccupants {
  readonly resource = 'deals';

  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
    private readonly records: Records,
    private readonly events: Events,
  ) {}

  async standsIn(stageId: string): Promise<boolean> {
    return (
      (await this.reader.row(sql`select 1 from deals d where d.stage_id = ${stageId}::uuid limit 1`)) !== undefined
    );
  }

  async hold(stageId: string, limit: number): Promise<void> {
    await this.reader.rows(
      sql`select d.id from deals d where d.stage_id = ${stageId}::uuid and d.deleted_at is null order by d.id limit ${sql.lit(limit)} for no key update of d`,
    );
  }

  count(stageId: string): Promise<number> {
    return this.countOf(sql`d.stage_id = ${stageId}::uuid and d.deleted_at is null`);
  }

  countBehind(stageId: string): Promise<number> {
    return this.countOf(isBehind(stageId));
  }

  /** As by hand: the probability is that of the new stage again. Decided and abandoned ones keep theirs. */
  move(stageId: string, toStageId: string, limit: number): Promise<number> {
    return this.database.write(() =>
      this.batch(sql`d.stage_id = ${stageId}::uuid and d.deleted_at is null`, limit, async (before) => {
        await this.reader.rows(sql`
        update deals d set stage_id = s.id, probability = case d.status when 'open' then s.probability else d.probability end, has_own_probability = d.has_own_probability and d.status <> 'open', updated_at = now(), version = d.version + 1
        from pipeline_stages s where s.id = ${toStageId}::uuid and ${among(before.map(({ id }) => id))}`);
        for (const [was, is] of await this.pairs(before))
          this.events.record(dealStageChanged, is.id, { ...changeBetween(was, is), ...stepBetween(was, is) });
      }),
    );
  }

  follow(stageId: string, limit: number): Promise<number> {
    return this.database.write(() =>
      this.batch(isBehind(stageId), limit, async (before) => {
        await this.reader.rows(sql`
        update deals d set probability = s.probability, updated_at = now(), version = d.version + 1 from pipeline_stages s where s.id = d.stage_id and ${among(before.map(({ id }) => id))}`);
        for (const [was, is] of await this.pairs(before))
          this.events.record(dealUpdated, is.id, changeBetween(was, is));
      }),
    );
  }

  private async batch(
    which: RawBuilder<unknown>,
    limit: number,
    work: (before: readonly DealView[]) => Promise<void>,
  ): Promise<number> {
    const locked = await this.reader.rows<{ id: string }>(
      sql`select d.id from deals d where ${which} order by d.id limit ${sql.lit(limit)} for no key update of d`,
    );
    if (locked.length > 0)
      await work(
        await this.records.viewsOf(
          dealKind,
          locked.map(({ id }) => id),
        ),
      );
    return locked.length;
  }

  private async pairs(before: readonly DealView[]): Promise<(readonly [DealView, DealView])[]> {
    const after = new Map(
      (
        await this.records.viewsOf(
          dealKind,
          before.map(({ id }) => id),
        )
      ).map((deal) => [deal.id, deal]),
    );
    return before.map((deal) => [deal, after.get(deal.id) ?? deal]);
  }

  private async countOf(which: RawBuilder<unknown>): Promise<number> {
    return (
      (await this.reader.row<{ count: number }>(sql`select count(*)::int as count from deals d where ${which}`))
        ?.count ?? 0
    );
  }
}
