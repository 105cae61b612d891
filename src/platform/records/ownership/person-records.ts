import { sql, type RawBuilder } from 'kysely';
import { idsOf, type DataSubject, type PersonsRecords } from '../../../kernel/records/retention.js';
import type { QueryRunner } from '../../database/index.js';
import { isWholePhone } from '../phone-columns.js';
import type { RecordView } from '../type/record-kind.js';
import type { RecordType } from '../type/record-type.js';

type Sql = RawBuilder<unknown>;

/** Finds the records of a person by e-mail address, phone number, or records that are already known. */
export async function findRecordsOf<V extends RecordView, E extends object>(
  queryRunner: QueryRunner,
  { resource, definition }: RecordType<V, E>,
  { email, phone, records }: DataSubject,
  lock: boolean,
): Promise<PersonsRecords> {
  const { person } = definition;
  const table = sql.table(resource);
  const known = idsOf({ records }, resource);
  const conditions = [
    ...(known.length > 0 ? [sql`select id from ${table} where id = any(${known}::uuid[])`] : []),
    ...(email && person ? inBoth(table, sql`${sql.ref(person.email)} = ${email}`) : []),
    ...(phone && person ? person.phones.flatMap((column) => inBoth(table, isWholePhone(column, phone))) : []),
  ];
  if (conditions.length === 0) return { free: [], held: [] };
  const found = await queryRunner.rows<{ id: string }>(
    sql`select r.id from ${table} r where r.id in (${sql.join(conditions, sql` union `)})
      order by r.id ${lock ? sql`for update` : sql``}`,
  );
  return divideByHolds(
    queryRunner,
    resource,
    found.map(({ id }) => id),
  );
}

/** Separates the records under a legal hold from the records that can be erased. */
export async function divideByHolds(
  queryRunner: QueryRunner,
  table: string,
  ids: readonly string[],
): Promise<PersonsRecords> {
  const held = await queryRunner.rows<{ id: string }>(
    sql`select id from ${sql.table(`held_${table}`)} where id = any(${[...ids]}::uuid[])`,
  );
  const retained = new Set(held.map(({ id }) => id));
  return { free: ids.filter((id) => !retained.has(id)), held: [...retained] };
}

/** Active and deleted records have separate indexes. */
const inBoth = (table: Sql, condition: Sql): Sql[] => [
  sql`select id from ${table} where deleted_at is null and ${condition}`,
  sql`select id from ${table} where deleted_at is not null and ${condition}`,
];
