import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Reader } from '../../database/index.js';
import type { RecordView } from '../record-kind.js';
import type { MergeKind, MergeLink } from './merge-kind.js';
import type { MergeMove } from './merging.dto.js';

const publicName = (column: string): string => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** What one merge is about. */
export interface MergeIds {
  readonly mergeId: string;
  readonly survivorId: string;
  readonly loserIds: readonly string[];
}

/** Links to merged records, each table in one statement however many they are. Whoever merges need not see what moves. */
@Injectable()
export class MergeMoves {
  constructor(private readonly reader: Reader) {}

  async count<V extends RecordView>({ links }: MergeKind<V>, loserIds: readonly string[]): Promise<MergeMove[]> {
    const counts = links.map(
      ({ table, column }) =>
        sql`select count(*)::int as count from ${sql.table(table)} where ${sql.ref(column)} = any(${[...loserIds]}::uuid[])`,
    );
    const rows = await Promise.all(counts.map((count) => this.reader.row<{ count: number }>(count)));
    return links.map((link, index) => moveOf(link, rows[index]?.count ?? 0));
  }

  async move<V extends RecordView>({ links }: MergeKind<V>, ids: MergeIds): Promise<MergeMove[]> {
    await this.reader.takeTime();
    const moves: MergeMove[] = [];
    for (const link of links)
      moves.push(moveOf(link, (await this.reader.row<{ count: number }>(moving(link, ids)))?.count ?? 0));
    return moves;
  }

  /** Gives the links of which some do not lead to the survivor any more: these were not taken back. */
  async moveBack<V extends RecordView>({ links }: MergeKind<V>, ids: MergeIds): Promise<MergeMove[]> {
    await this.reader.takeTime();
    const touched: MergeMove[] = [];
    for (const link of links) {
      const lacking = (await this.reader.row<{ lacking: number }>(movingBack(link, ids)))?.lacking ?? 0;
      if (lacking > 0) touched.push(moveOf(link, lacking));
    }
    return touched;
  }
}

const moveOf = ({ table, column }: MergeLink, count: number): MergeMove => ({
  resource: table.replaceAll('_', '-'),
  field: publicName(column),
  count,
});

/** Rows are locked in the order of their ids, and remembered as they are moved. */
function moving({ table, column, first }: MergeLink, { mergeId, survivorId, loserIds }: MergeIds): RawBuilder<unknown> {
  const link = sql.ref(column);
  const all = [survivorId, ...loserIds];
  const flag = sql.ref(first ?? 'id');
  // The survivor's own is the one, or else that of the first loser that has one.
  const stays = sql`(select k.id from ${sql.table(table)} k where k.${link} = any(${all}::uuid[]) and k.${flag} and k.deleted_at is null order by array_position(${all}::uuid[], k.${link}) limit 1)`;
  return sql`
    with found as materialized (
      select id, ${link} as loser_id, ${first ? sql`${flag} and deleted_at is null` : sql`false`} as was_first from ${sql.table(table)} where ${link} = any(${[...loserIds]}::uuid[]) order by id for update),
    moved as (
      update ${sql.table(table)} t set ${link} = ${survivorId}::uuid, version = t.version + 1, updated_at = now() ${first ? sql`, ${flag} = t.${flag} and t.id is not distinct from ${stays}` : sql``}
      from found where t.id = found.id returning t.id, found.loser_id, found.was_first),
    remembered as (
      insert into record_merge_moves (merge_id, table_name, column_name, record_id, loser_id, was_first)
      select ${mergeId}::uuid, ${table}, ${column}, id, loser_id, was_first from moved)
    select count(*)::int as count from moved`;
}

function movingBack({ table, column, first }: MergeLink, { mergeId, survivorId }: MergeIds): RawBuilder<unknown> {
  const link = sql.ref(column);
  const flag = sql.ref(first ?? 'id');
  return sql`
    with found as materialized (
      select t.id, r.loser_id, r.was_first from record_merge_moves r join ${sql.table(table)} t on t.id = r.record_id
      where r.merge_id = ${mergeId}::uuid and r.table_name = ${table} and r.column_name = ${column} and t.${link} = ${survivorId}::uuid order by t.id for update of t),
    moved as (
      update ${sql.table(table)} t set ${link} = found.loser_id, version = t.version + 1, updated_at = now() ${first ? sql`, ${flag} = found.was_first and t.deleted_at is null` : sql``}
      from found where t.id = found.id returning 1)
    select ((select count(*) from record_merge_moves r where r.merge_id = ${mergeId}::uuid and r.table_name = ${table} and r.column_name = ${column}) - (select count(*) from moved))::int as lacking`;
}
