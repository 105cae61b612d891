import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import { compileFilter } from './compile.js';
import type { Fields, Sql } from './fields.js';
import { type Filter, isCondition, isQuantified } from './filter.js';
import type { ListRequest } from './source.js';

/** Counts of the living records that are kept with every write, by some of their fields. */
export interface Summary {
  readonly from: Sql;
  /** The fields that it knows, under their public names; each must mean exactly what the record's means. */
  readonly fields: Fields;
  /** sql`sum(c.count)` */
  readonly count: Sql;
  /** The same sight as that of the records; nothing at all for whom it does not tell apart. */
  readonly visible: (actor: Actor | null) => readonly Sql[] | undefined;
}

type Question = Pick<ListRequest, 'filter' | 'q' | 'context' | 'deletedOnly'>;

const isSummed = (filter: Filter, fields: Fields): boolean => {
  if (isCondition(filter)) return Object.hasOwn(fields, filter.field);
  if (isQuantified(filter)) return false;
  if ('not' in filter) return isSummed(filter.not, fields);
  return ('and' in filter ? filter.and : filter.or).every((part) => isSummed(part, fields));
};

/** What the counts must meet for this question; undefined where they cannot answer it. */
export function summedConditions(
  { visible, fields }: Summary,
  { filter, q, context, deletedOnly }: Question,
): readonly Sql[] | undefined {
  if (q || deletedOnly || context.seer === undefined || (filter && !isSummed(filter, fields))) return undefined;
  const seen = visible(context.seer);
  return seen && [...seen, ...(filter ? [compileFilter(filter, fields, context)] : [])];
}

/** Behind `from`. */
export const whereAll = (all: readonly Sql[]): Sql =>
  all.length > 0
    ? sql` where ${sql.join(
        all.map((one) => sql`(${one})`),
        sql` and `,
      )}`
    : sql``;
