import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { compileFilter } from '../filters/compile.js';
import type { Fields, Sql } from '../fields/fields.js';
import { type Filter, isCondition, isQuantified } from '../filters/filter.js';
import type { ListRequest } from '../lists/source.js';

/** Counts of active records by some fields, maintained by triggers. */
export interface Summary {
  readonly from: Sql;
  /** Fields with public names. Each field must have the same meaning as in the records. */
  readonly fields: Fields;
  /** sql`sum(c.count)` */
  readonly count: Sql;
  /**
   * Visibility of the counts, equal to that of the records; undefined if the counts cannot be restricted to the actor.
   */
  readonly visible: (actor: Actor | null) => readonly Sql[] | undefined;
}

type Question = Pick<ListRequest, 'filter' | 'q' | 'context' | 'deletedOnly'>;

const isSummed = (filter: Filter, fields: Fields): boolean => {
  if (isCondition(filter)) return Object.hasOwn(fields, filter.field);
  if (isQuantified(filter)) return false;
  if ('not' in filter) return isSummed(filter.not, fields);
  return ('and' in filter ? filter.and : filter.or).every((part) => isSummed(part, fields));
};

/** Returns the conditions on the counts; undefined if the counts cannot answer the request. */
export function summedConditions(
  { visible, fields }: Summary,
  { filter, q, context, deletedOnly }: Question,
): readonly Sql[] | undefined {
  if (q || deletedOnly || context.viewer === undefined || (filter && !isSummed(filter, fields))) return undefined;
  const seen = visible(context.viewer);
  return seen && [...seen, ...(filter ? [compileFilter(filter, fields, context)] : [])];
}

/** Builds the WHERE clause. */
export const whereAll = (all: readonly Sql[]): Sql =>
  all.length > 0
    ? sql` where ${sql.join(
        all.map((one) => sql`(${one})`),
        sql` and `,
      )}`
    : sql``;
