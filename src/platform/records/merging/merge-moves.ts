import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { QueryRunner } from '../../database/index.js';
import type { RecordView } from '../type/record-kind.js';
import type { MergeKind } from './merge-kind.js';
import { NamingLinks, type NamingLink } from '../links/naming-links.js';
import type { MergeMove } from './merging.dto.js';

/** Ids of one merge. */
export interface MergeIds {
  readonly mergeId: string;
  readonly primaryId: string;
  readonly duplicateIds: readonly string[];
}

/**
 * Moves links from duplicates to the primary record, with one statement per link. Moved records need not be visible to
 * the actor.
 */
@Injectable()
export class MergeMoves {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly links: NamingLinks,
  ) {}

  async count<V extends RecordView>(
    { kind }: MergeKind<V>,
    { primaryId, duplicateIds }: Omit<MergeIds, 'mergeId'>,
  ): Promise<MergeMove[]> {
    const links = await this.links.to(kind.table);
    const all = [primaryId, ...duplicateIds];
    const counts = links.map(
      ({ rowsOf }) =>
        sql`select count(*)::int as count from (${rowsOf(duplicateIds)}) named where id <> all(${all}::uuid[])`,
    );
    const rows = await Promise.all(counts.map((count) => this.queryRunner.row<{ count: number }>(count)));
    return links.map((link, index) => link.move(rows[index]?.count ?? 0));
  }

  async move<V extends RecordView>({ kind }: MergeKind<V>, ids: MergeIds): Promise<MergeMove[]> {
    await this.queryRunner.raiseStatementTimeout();
    const moves: MergeMove[] = [];
    for (const link of await this.links.to(kind.table))
      moves.push(link.move((await this.queryRunner.row<{ count: number }>(moving(link, ids)))?.count ?? 0));
    return moves;
  }

  /**
   * Moves links back. Returns the links with records that no longer refer to the primary record; these records stay
   * unchanged.
   */
  async moveBack<V extends RecordView>({ kind }: MergeKind<V>, ids: MergeIds): Promise<MergeMove[]> {
    await this.queryRunner.raiseStatementTimeout();
    const touched: MergeMove[] = [];
    for (const link of await this.links.to(kind.table)) {
      const lacking = (await this.queryRunner.row<{ lacking: number }>(movingBack(link, ids)))?.lacking ?? 0;
      if (lacking > 0) touched.push(link.move(lacking));
    }
    return touched;
  }
}

/**
 * Moves one link. Rows are locked in the order of their ids and stored for an undo. Links between merged records stay,
 * so that no record refers to itself.
 */
function moving(
  { table, column, named, set, rowsOf, first }: NamingLink,
  { mergeId, primaryId, duplicateIds }: MergeIds,
): RawBuilder<unknown> {
  const all = [primaryId, ...duplicateIds];
  const flag = sql.ref(first ?? 'id');
  // Only one row keeps the flag: that of the primary record, else that of the first duplicate with the flag.
  const stays = sql`(select t.id from ${sql.table(table)} t where ${named} = any(${all}::uuid[]) and t.${flag}
    and t.deleted_at is null order by array_position(${all}::uuid[], ${named}) limit 1)`;
  return sql`
    with found as materialized (
      select t.id, ${named} as duplicate_id, ${first ? sql`${flag} and deleted_at is null` : sql`false`} as was_first
        from ${sql.table(table)} t
      where t.id in (${rowsOf(duplicateIds)}) and t.id <> all(${all}::uuid[]) order by t.id for update),
    moved as (
      update ${sql.table(table)} t set ${set(sql`${primaryId}::uuid`)}, version = t.version + 1, updated_at
        = now() ${first ? sql`, ${flag} = t.${flag} and t.id is not distinct from ${stays}` : sql``}
      from found where t.id = found.id returning t.id, found.duplicate_id, found.was_first),
    remembered as (
      insert into record_merge_moves (merge_id, table_name, column_name, record_id, duplicate_id, was_first)
      select ${mergeId}::uuid, ${table}, ${column}, id, duplicate_id, was_first from moved)
    select count(*)::int as count from moved`;
}

function movingBack(
  { table, column, named, set, first }: NamingLink,
  { mergeId, primaryId }: MergeIds,
): RawBuilder<unknown> {
  const flag = sql.ref(first ?? 'id');
  return sql`
    with found as materialized (
      select t.id, r.duplicate_id, r.was_first from record_merge_moves r join ${sql.table(table)} t
        on t.id = r.record_id
      where r.merge_id = ${mergeId}::uuid and r.table_name = ${table} and r.column_name = ${column}
        and ${named} = ${primaryId}::uuid order by t.id for update of t),
    moved as (
      update ${sql.table(table)} t set ${set(sql`found.duplicate_id`)}, version = t.version + 1, updated_at
        = now() ${first ? sql`, ${flag} = found.was_first and t.deleted_at is null` : sql``}
      from found where t.id = found.id returning 1)
    select ((select count(*) from record_merge_moves r where r.merge_id = ${mergeId}::uuid and r.table_name = ${table}
      and r.column_name = ${column}) - (select count(*) from moved))::int as lacking`;
}
