import { applyDecorators, HttpStatus } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import type { ConflictError, GoneError } from '../../../kernel/errors.js';
import { visibleTo } from '../../visibility/index.js';
import type { RecordKind, RecordView } from '../type/record-kind.js';

type Sql = RawBuilder<unknown>;

/** A value that must be unique among active records. */
export interface UniqueValue {
  readonly property: string;
  readonly column: Sql;
  /** `existingId` is the other record; only set if the actor can see that record. */
  readonly taken: (members: { readonly existingId?: string }) => ConflictError;
}

/** Merge settings of a record type. */
export interface Merging {
  /** Column with the id of the primary record. */
  readonly column: string;
  readonly gone: (mergedInto: string) => GoneError;
}

/** Documents the 410 response, which viewers of the primary record get for a merged record. */
export const MergedIntoResponse = (): MethodDecorator =>
  applyDecorators(
    ApiResponse({
      status: HttpStatus.GONE,
      description: 'The record was merged into another record, whose id is in `mergedInto`',
    }),
  ) as MethodDecorator;

/** Selects the primary record after any number of merges. */
export function primaryQuery<V extends RecordView>(
  { table, source, ownershipColumns }: RecordKind<V>,
  { column }: Merging,
  actor: Actor | null,
  id: string,
): Sql {
  const next = sql.ref(`m.${column}`);
  return sql`
    with recursive line as (
      select ${next} as id from ${sql.table(table)} m where m.id = ${id}::uuid and ${next} is not null
      union select ${next} from line join ${sql.table(table)} m on m.id = line.id where ${next} is not null)
    select ${source.id} as id from ${source.from}
      where
      ${sql.join(
        [sql`${source.id} in (select id from line)`, source.live, ...visibleTo(actor, ownershipColumns)],
        sql`
        and `,
      )} limit 1`;
}

/** Selects the active record with this value, if the actor can see that record. */
export const conflictingRecordQuery = <V extends RecordView>(
  { source, ownershipColumns }: RecordKind<V>,
  { column }: UniqueValue,
  actor: Actor | null,
  value: unknown,
): Sql =>
  sql`select ${source.id} as id from ${source.from}
    where ${sql.join([sql`${column} = ${value}`, source.live, ...visibleTo(actor, ownershipColumns)], sql` and `)}
    limit 1`;
