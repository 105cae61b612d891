import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { changeBetween } from '../../../kernel/change.js';
import { Events } from '../../../kernel/events.js';
import { HasRecordsInStages, type RecordsInStage } from '../../pipelines/index.js';
import { Database, QueryRunner } from '../../../platform/database/index.js';
import { Records } from '../../../platform/records/index.js';
import type { DealView } from '../deals.dto.js';
import { dealType } from '../deal.type.js';
import { dealEvents, dealStageChanged } from '../deals.events.js';
import { stepBetween } from './deal-progress.service.js';

const among = (ids: readonly string[]): RawBuilder<unknown> => sql`d.id = any(${ids}::uuid[])`;
const isOutdated = (stageId: string): RawBuilder<unknown> =>
  sql`d.stage_id = ${stageId}::uuid and d.deleted_at is null and d.status = 'open' and not d.has_own_probability
    and d.probability <> (select s.probability from pipeline_stages s where s.id = d.stage_id)`;

/**
 * Moves and updates the deals in a stage when the stage is retired or changed. Deleted deals are updated when they are
 * restored.
 */
@HasRecordsInStages()
@Injectable()
export class DealsInStage implements RecordsInStage {
  readonly resource = 'deals';

  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly records: Records,
    private readonly events: Events,
  ) {}

  async hasAny(stageId: string): Promise<boolean> {
    return (
      (await this.queryRunner.row(sql`select 1 from deals d where d.stage_id = ${stageId}::uuid limit 1`)) !== undefined
    );
  }

  async lock(stageId: string, limit: number): Promise<void> {
    await this.queryRunner.rows(
      sql`select d.id from deals d where d.stage_id = ${stageId}::uuid and d.deleted_at is null order by d.id
        limit ${sql.lit(limit)} for no key update of d`,
    );
  }

  count(stageId: string): Promise<number> {
    return this.countOf(sql`d.stage_id = ${stageId}::uuid and d.deleted_at is null`);
  }

  countOutdated(stageId: string): Promise<number> {
    return this.countOf(isOutdated(stageId));
  }

  /** Open deals get the probability of the new stage. Closed and abandoned deals keep their probability. */
  move(stageId: string, toStageId: string, limit: number): Promise<number> {
    return this.database.write(() =>
      this.batch(sql`d.stage_id = ${stageId}::uuid and d.deleted_at is null`, limit, async (before) => {
        await this.queryRunner.rows(sql`
        update deals d set stage_id = s.id, probability = case d.status when 'open' then s.probability
          else d.probability end, has_own_probability = false, own_probability = null, updated_at = now(), version
          = d.version + 1
        from pipeline_stages s where s.id = ${toStageId}::uuid and ${among(before.map(({ id }) => id))}`);
        for (const [was, is] of await this.pairs(before))
          this.events.record(dealStageChanged, is.id, { ...changeBetween(was, is), ...stepBetween(was, is) });
      }),
    );
  }

  follow(stageId: string, limit: number): Promise<number> {
    return this.database.write(() =>
      this.batch(isOutdated(stageId), limit, async (before) => {
        await this.queryRunner.rows(sql`
        update deals d set probability = s.probability, updated_at = now(), version = d.version + 1
          from pipeline_stages s where s.id = d.stage_id and ${among(before.map(({ id }) => id))}`);
        for (const [was, is] of await this.pairs(before))
          this.events.record(dealEvents.updated, is.id, changeBetween(was, is));
      }),
    );
  }

  private async batch(
    which: RawBuilder<unknown>,
    limit: number,
    work: (before: readonly DealView[]) => Promise<void>,
  ): Promise<number> {
    const locked = await this.queryRunner.rows<{ id: string }>(
      sql`select d.id from deals d where ${which} order by d.id limit ${sql.lit(limit)} for no key update of d`,
    );
    if (locked.length > 0)
      await work(
        await this.records.viewsOf(
          dealType,
          locked.map(({ id }) => id),
        ),
      );
    return locked.length;
  }

  private async pairs(before: readonly DealView[]): Promise<(readonly [DealView, DealView])[]> {
    const after = new Map(
      (
        await this.records.viewsOf(
          dealType,
          before.map(({ id }) => id),
        )
      ).map((deal) => [deal.id, deal]),
    );
    return before.map((deal) => [deal, after.get(deal.id) ?? deal]);
  }

  private async countOf(which: RawBuilder<unknown>): Promise<number> {
    return (
      (await this.queryRunner.row<{ count: number }>(sql`select count(*)::int as count from deals d where ${which}`))
        ?.count ?? 0
    );
  }
}
