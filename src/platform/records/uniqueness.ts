import { applyDecorators, HttpStatus } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import type { Conflict, Gone } from '../../kernel/errors.js';
import { visibleTo } from '../sight/index.js';
import type { RecordKind, RecordView } from './record-kind.js';

type Sql = RawBuilder<unknown>;

/** A value that no two living records share. */
export interface UniqueValue {
  readonly property: string;
  readonly column: Sql;
  /** `existingId` is who has it, where the actor may see that. */
  readonly taken: (members: { readonly existingId?: string }) => Conflict;
}

/** Records that can be merged into others of their kind. */
export interface Merging {
  /** The column with the id of the one that stayed. */
  readonly column: string;
  readonly gone: (mergedInto: string) => Gone;
}

/** A record that was merged is at no address any more; whoever may see the one that stayed is told which it is. */
export const ToldOfMerge = (): MethodDecorator =>
  applyDecorators(
    ApiResponse({ status: HttpStatus.GONE, description: 'It was merged into another one: `mergedInto` is its id.' }),
  ) as MethodDecorator;

/** What is left of a record that was merged, over however many merges. */
export function survivorQuery<V extends RecordView>(
  { table, source, belonging }: RecordKind<V>,
  { column }: Merging,
  actor: Actor | null,
  id: string,
): Sql {
  const next = sql.ref(`m.${column}`);
  return sql`
    with recursive line as (
      select ${next} as id from ${sql.table(table)} m where m.id = ${id}::uuid and ${next} is not null
      union select ${next} from line join ${sql.table(table)} m on m.id = line.id where ${next} is not null)
    select ${source.id} as id from ${source.from} where ${sql.join([sql`${source.id} in (select id from line)`, source.live, ...visibleTo(actor, belonging)], sql` and `)} limit 1`;
}

/** Who of the living has a value, as far as somebody sees. */
export const holderQuery = <V extends RecordView>(
  { source, belonging }: RecordKind<V>,
  { column }: UniqueValue,
  actor: Actor | null,
  value: unknown,
): Sql =>
  sql`select ${source.id} as id from ${source.from} where ${sql.join([sql`${column} = ${value}`, source.live, ...visibleTo(actor, belonging)], sql` and `)} limit 1`;
