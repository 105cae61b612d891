import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { ConflictError, notFound } from '../../../kernel/errors.js';
import type { Insertion } from '../../../kernel/events.js';
import type { Page, PageQuery } from '../../../kernel/page.js';
import { Database, QueryRunner } from '../../database/index.js';
import { field, parseSort, RecordLists, type Fields, type RecordSource, type Sql } from '../../query/index.js';
import { including, type RecordView } from '../type/record-kind.js';
import type { MergeKind } from './merge-kind.js';
import type { MergeMove, RecordMergeView } from './merging.dto.js';

type Values = Readonly<Record<string, unknown>>;

/** A merge at its start. */
export interface JournalEntry {
  readonly id: string;
  readonly primaryId: string;
  /** Values of the primary record before the merge, only for changed fields. */
  readonly before: Values;
  readonly duplicates: readonly { readonly id: string; readonly lost: Values }[];
}

/** A stored merge, with the moved links and the new values of the primary record. */
export interface OpenMerge extends JournalEntry {
  readonly after: Values;
  readonly moves: MergeMove[];
  readonly unmergedAt: string | null;
  readonly forgottenAt: string | null;
}

const fields = { mergedAt: field.timestamp('m.merged_at', { sort: true }) } satisfies Fields;
const person = (column: string): Sql => including.person(sql.ref(column)).column(null);
const duplicatesOf = sql`(select json_agg(l.duplicate_id order by l.position) from record_merge_duplicates l
  where l.merge_id = m.id)`;
const columns: Record<keyof RecordMergeView, Sql> = {
  id: sql.ref('m.id'),
  primaryId: sql.ref('m.primary_id'),
  mergedIds: duplicatesOf,
  moves: sql.ref('m.moves'),
  changedFields: sql`array(select jsonb_object_keys(m.primary_after) order by 1)`,
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

/** Stores merges and the data to undo them. Callers must check the visibility of the primary record. */
@Injectable()
export class MergeJournal {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
  ) {}

  async write<V extends RecordView>(
    { kind }: MergeKind<V>,
    actor: Actor,
    { id, primaryId, before, duplicates }: JournalEntry,
  ): Promise<void> {
    const merge: Insertion = {
      table: 'record_merges',
      row: { id, resource: kind.table, primary_id: primaryId, primary_before: before, merged_by_id: actor.userId },
    };
    const each = duplicates.map((duplicate, position): Insertion => ({
      table: 'record_merge_duplicates',
      row: { merge_id: id, duplicate_id: duplicate.id, position, cleared: duplicate.lost },
    }));
    await this.database.insert([merge, ...each], []);
  }

  async complete(id: string, after: Values, moves: readonly MergeMove[]): Promise<void> {
    await this.queryRunner.rows(
      sql`update record_merges set primary_after = ${JSON.stringify(after)}::jsonb, moves
        = ${JSON.stringify(moves)}::jsonb where id = ${id}::uuid`,
    );
  }

  /** Locks the requested merge, or the latest one. Rejects a merge that cannot be undone. */
  async take<V extends RecordView>(
    { kind }: MergeKind<V>,
    primaryId: string,
    mergeId: string | undefined,
  ): Promise<OpenMerge> {
    const requested =
      mergeId === undefined
        ? sql`m.unmerged_at is null order by m.merged_at desc, m.id desc limit 1`
        : sql`m.id = ${mergeId}::uuid`;
    const merge = await this.queryRunner.row<OpenMerge>(sql`
      select m.id, m.primary_id as "primaryId", m.primary_before as before, m.primary_after
        as after, m.moves, m.unmerged_at as "unmergedAt", m.forgotten_at as "forgottenAt",
        (select json_agg(json_build_object('id', l.duplicate_id, 'lost', l.cleared) order by l.position)
          from record_merge_duplicates l where l.merge_id = m.id) as duplicates
      from record_merges m where m.primary_id = ${primaryId}::uuid and m.resource = ${kind.table} and ${requested}
        for update`);
    if (!merge)
      throw mergeId
        ? notFound('merge')
        : new ConflictError('nothing-merged', `This ${kind.noun} has no merge that can be undone.`);
    if (merge.unmergedAt) throw new ConflictError('merge-undone', 'The merge is already undone.');
    if (merge.forgottenAt)
      throw new ConflictError(
        'merge-forgotten',
        'One of the records was permanently deleted, so the merge cannot be undone.',
      );
    return merge;
  }

  async close(id: string, actor: Actor): Promise<void> {
    await this.queryRunner.rows(
      sql`update record_merges set unmerged_at = now(), unmerged_by_id = ${actor.userId}::uuid where id = ${id}::uuid`,
    );
  }

  async get(id: string): Promise<RecordMergeView> {
    const list = Object.entries(columns).map(([name, column]) => sql`${column} as ${sql.id(name)}`);
    return (await this.queryRunner.row<RecordMergeView>(
      sql`select ${sql.join(list)} from record_merges m where m.id = ${id}::uuid`,
    )) as RecordMergeView;
  }

  /** Lists merges, newest first. */
  page<V extends RecordView>(
    { kind }: MergeKind<V>,
    primaryId: string,
    { limit = 25, cursor, count = 'none' }: PageQuery,
  ): Promise<Page<RecordMergeView>> {
    return this.lists.page<RecordMergeView>(source, {
      where: [sql`m.primary_id = ${primaryId}::uuid`, sql`m.resource = ${kind.table}`],
      limit,
      count,
      sort: parseSort(undefined, fields, ['-mergedAt']),
      context: { userId: '', now: new Date() },
      ...(cursor && { cursor }),
    });
  }
}
