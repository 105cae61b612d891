import type { EntityData, EntityManager, EntityName } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { cachedStatement } from '../statements/cached-statement.js';
import type { QueryRunner } from '../statements/query-runner.js';

/** Locks the row of a record for update and returns the entity, by one prepared statement. */
export async function lockRow<E extends object>(
  queryRunner: QueryRunner,
  em: EntityManager,
  entity: EntityName<E>,
  id: string,
): Promise<E | undefined> {
  const { tableName, props } = em.getMetadata().get(entity);
  const row = await queryRunner.row<EntityData<E>>(
    cachedStatement(`lock ${tableName}`, [id], (record) => {
      const columns = props
        .filter(({ persist }) => persist !== false)
        .flatMap(({ fieldNames }) => fieldNames.map((name) => sql.ref(name)));
      return sql`select ${sql.join(columns)} from ${sql.table(tableName)} where id = ${record} for update`;
    }),
  );
  return row && (em.map(entity, row) as E);
}
