import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { Conflict, notFound } from '../../../kernel/errors.js';
import type { Insertion } from '../../../kernel/events.js';
import type { Page, PageQuery } from '../../../kernel/page.js';
import { Database, Reader } from '../../database/index.js';
import { field, parseSort, RecordLists, type Fields, type RecordSource, type Sql } from '../../query/index.js';
import { including, type RecordView } from '../record-kind.js';
import type { MergeKind } from './merge-kind.js';
import type { MergeMove, RecordMergeView } from './merging.dto.js';

type Values = Readonly<Record<string, unknown>>;

/** A merge as it is begun. */
export interface JournalEntry {
  readonly id: string;
  readonly survivorId: string;
  /** Of the survivor what the merge changes, as it was. */
  readonly before: Values;
  readonly losers: readonly { readonly id: string; readonly lost: Values }[];
}

/** One that may be undone, with what moved and what the survivor became. */
export interface OpenMerge extends JournalEntry {
  readonly after: Values;
  readonly moves: MergeMove[];
  readonly unmergedAt: string | null;
  readonly forgottenAt: string | null;
}

const fields = { mergedAt: field.timestamp('m.merged_at', { sort: true }) } satisfies Fields;
const person = (column: string): Sql => including.person(sql.ref(column)).column(null);
const losersOf = sql`(select json_agg(l.loser_id order by l.position) from record_merge_losers l where l.merge_id = m.id)`;
const columns: Record<keyof RecordMergeView, Sql> = {
  id: sql.ref('m.id'),
  survivorId: sql.ref('m.survivor_id'),
  mergedIds: losersOf,
  moves: sql.ref('m.moves'),
  changedFields: sql`array(select jsonb_object_keys(m.survivor_after) order by 1)`,
  mergedBy: person('m.merged_by_id'),
  mergedAt: sql.ref('m.merged_at'),
  unmergedBy: person('m.unmerged_by_id'),
  unmergedAt: sql.ref('m.unmerged_at'),
  forgottenAt: sql.ref('m.forgotten_at'),
};
const source: RecordSource = {
  resource: 'merges',
  from: sql`record_merges m`,
  id: sql.ref('m.id'),
  fields,
  columns,
  live: sql`true`,
};

/** What was merged into what, and what it takes to undo it. Whoever calls has made sure that the survivor may be seen. */
@Injectable()
export class MergeJournal {
  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
    private readonly lists: RecordLists,
  ) {}

  async write<V extends RecordView>(
    { kind }: MergeKind<V>,
    actor: Actor,
    { id, survivorId, before, losers }: JournalEntry,
  ): Promise<void> {
    const merge: Insertion = {
      table: 'record_merges',
      row: { id, resource: kind.table, survivor_id: survivorId, survivor_before: before, merged_by_id: actor.userId },
    };
    const each = losers.map((loser, position): Insertion => ({
      table: 'record_merge_losers',
      row: { merge_id: id, loser_id: loser.id, position, lost: loser.lost },
    }));
    await this.database.insert([merge, ...each], []);
  }

  async complete(id: string, after: Values, moves: readonly MergeMove[]): Promise<void> {
    await this.reader.rows(
      sql`update record_merges set survivor_after = ${JSON.stringify(after)}::jsonb, moves = ${JSON.stringify(moves)}::jsonb where id = ${id}::uuid`,
    );
  }

  /** The merge of this record that is to be undone, locked. */
  async take<V extends RecordView>(
    { kind }: MergeKind<V>,
    survivorId: string,
    mergeId: string | undefined,
  ): Promise<OpenMerge> {
    const wanted =
      mergeId === undefined
        ? sql`m.unmerged_at is null order by m.merged_at desc, m.id desc limit 1`
        : sql`m.id = ${mergeId}::uuid`;
    const merge = await this.reader.row<OpenMerge>(sql`
      select m.id, m.survivor_id as "survivorId", m.survivor_before as before, m.survivor_after as after, m.moves, m.unmerged_at as "unmergedAt", m.forgotten_at as "forgottenAt",
        (select json_agg(json_build_object('id', l.loser_id, 'lost', l.lost) order by l.position) from record_merge_losers l where l.merge_id = m.id) as losers
      from record_merges m where m.survivor_id = ${survivorId}::uuid and m.resource = ${kind.table} and ${wanted} for update`);
    if (!merge)
      throw mergeId
        ? notFound('merge')
        : new Conflict('nothing-merged', `Nothing that was merged into this ${kind.noun} could be taken out of it.`);
    if (merge.unmergedAt) throw new Conflict('merge-undone', 'The merge was undone already.');
    if (merge.forgottenAt)
      throw new Conflict('merge-forgotten', 'One of the records was removed for good: the merge cannot be undone.');
    return merge;
  }

  async close(id: string, actor: Actor): Promise<void> {
    await this.reader.rows(
      sql`update record_merges set unmerged_at = now(), unmerged_by_id = ${actor.userId}::uuid where id = ${id}::uuid`,
    );
  }

  async get(id: string): Promise<RecordMergeView> {
    const list = Object.entries(columns).map(([name, column]) => sql`${column} as ${sql.id(name)}`);
    return (await this.reader.row<RecordMergeView>(
      sql`select ${sql.join(list)} from record_merges m where m.id = ${id}::uuid`,
    )) as RecordMergeView;
  }

  /** Newest first. */
  page<V extends RecordView>(
    { kind }: MergeKind<V>,
    survivorId: string,
    { limit = 25, cursor, count = 'none' }: PageQuery,
  ): Promise<Page<RecordMergeView>> {
    return this.lists.page<RecordMergeView>(source, {
      where: [sql`m.survivor_id = ${survivorId}::uuid`, sql`m.resource = ${kind.table}`],
      limit,
      count,
      sort: parseSort(undefined, fields, ['-mergedAt']),
      context: { userId: '', now: new Date() },
      ...(cursor && { cursor }),
    });
  }
}
