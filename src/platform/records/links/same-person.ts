import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { RecordRef } from '../../../kernel/records/retention.js';
import { withoutVisibility, QueryRunner } from '../../database/index.js';
import { mergeKinds } from '../merging/merge-kind.js';
import { samePersonLinks } from './record-links.js';

type Sql = RawBuilder<unknown>;

/** Finds records about the same person, which were merged or converted. */
@Injectable()
export class SamePerson {
  constructor(private readonly queryRunner: QueryRunner) {}

  /** Returns these records and all records about the same person, over any number of merges and conversions. */
  find(records: readonly RecordRef[]): Promise<RecordRef[]> {
    if (records.length === 0) return Promise.resolve([]);
    return withoutVisibility(() =>
      this.queryRunner.rows<RecordRef>(sql`
      with recursive same (resource, id) as (
        select resource, id::uuid from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
          as given (resource text, id text)
        union select next.resource, next.id from same cross join lateral (${sql.join(steps(), sql` union all `)}) next)
      select resource, id from same order by resource, id`),
    );
  }
}

/** Selects linked records in both directions. */
function steps(): Sql[] {
  const people = new Set(samePersonLinks().flatMap(({ table, to }) => [table, to]));
  const merged = [...mergeKinds().values()].flatMap(({ kind }) =>
    kind.merged && people.has(kind.table) ? [{ table: kind.table, column: kind.merged.column, to: kind.table }] : [],
  );
  return [...samePersonLinks(), ...merged].flatMap(({ table, column, to }) => [
    sql`select ${sql.lit(to)}::text as resource, ${sql.ref(column)} as id from ${sql.table(table)}
      where same.resource = ${sql.lit(table)} and ${sql.table(table)}.id = same.id and ${sql.ref(column)}
      is not null`,
    sql`select ${sql.lit(table)}::text, ${sql.table(table)}.id from ${sql.table(table)}
      where same.resource = ${sql.lit(to)} and ${sql.ref(column)} = same.id`,
  ]);
}
