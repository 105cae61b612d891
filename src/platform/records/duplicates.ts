import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import { Invalid } from '../../kernel/errors.js';
import { Reader } from '../database/index.js';
import { visibleTo } from '../sight/index.js';
import type { RecordKind, RecordView } from './record-kind.js';
import type { DuplicateReason } from './records.dto.js';
import { columnsOf } from './records.js';

type Sql = RawBuilder<unknown>;

/** A way in which a record can be the one that is looked for. */
export interface Likeness {
  readonly reason: DuplicateReason;
  /** What an index serves. */
  readonly finds: Sql;
  /** How many are looked at closer. */
  readonly most: number;
  /** From 0 to 1. */
  readonly alike: Sql;
  /** From here on it is a reason. */
  readonly least: number;
  /** How likely it is the same record when there is nothing between them, 0 to 100. */
  readonly weight: number;
}

export interface Duplicate<V> {
  readonly record: V;
  readonly likelihood: number;
  readonly reasons: DuplicateReason[];
}

/** Numbers are compared by their last digits: the same number is written with and without its country. The indexes hold as many. */
const PHONE_DIGITS = sql.lit(9);
const NAME_LIKE = 0.6;
const LIMIT = sql.lit(20);
/** Two things that are the same are more than one. */
const BOTH = 4;

const endOf = (digits: Sql): Sql => sql`right(${digits}, ${PHONE_DIGITS})`;

/** What can be looked for; without a value it is not. */
export const likeness = {
  same: (reason: DuplicateReason, column: Sql, value: string | undefined, weight: number): Likeness[] =>
    value
      ? [
          {
            reason,
            finds: sql`${column} = ${value}`,
            most: 100,
            alike: sql`(${column} is not distinct from ${value})::int`,
            least: 1,
            weight,
          },
        ]
      : [],
  /** By the digits of a number, in any of these columns. */
  phone: (columns: readonly Sql[], phone: string | undefined, weight: number): Likeness[] => {
    const digits = phone?.replace(/\D/g, '') ?? '';
    if (digits.length < 5) return [];
    return columns.map((column) => {
      const equal = sql`${endOf(column)} = ${endOf(sql`${digits}::text`)}`;
      return {
        reason: 'same-phone',
        finds: equal,
        most: 100,
        alike: sql`coalesce((${equal})::int, 0)`,
        least: 1,
        weight,
      };
    });
  },
  /** `text` is what the trigram index holds. Said both ways round, because the planner takes a likeness for one in twenty and then walks the table up to the cap. */
  name: (column: Sql, text: Sql, name: string | undefined, weight: number): Likeness[] =>
    name
      ? [
          {
            reason: 'similar-name',
            finds: sql`${text} %> lower(${name}) and lower(${name}) <% ${text}`,
            most: 500,
            alike: sql`similarity(lower(${column}), lower(${name}))`,
            least: NAME_LIKE,
            weight,
          },
        ]
      : [],
} as const;

/** Living records that may be the one that is looked for, as far as somebody sees. */
@Injectable()
export class Duplicates {
  constructor(private readonly reader: Reader) {}

  async find<V extends RecordView>(
    kind: RecordKind<V>,
    actor: Actor | null,
    ways: readonly Likeness[],
    excludeId?: string,
  ): Promise<Duplicate<V>[]> {
    if (ways.length === 0)
      throw new Invalid(
        'nothing-to-compare',
        'Give something to look for, such as an e-mail address, a phone number or a name.',
      );
    const rows = await this.reader.rows<Rated>(duplicatesQuery(kind, actor, ways, excludeId), { prepared: false });
    return rows.map((row) => toDuplicate<V>(row, ways));
  }
}

type Rated = Record<`~${number}`, number> & Record<string, unknown>;

/** Each way asks its own index and is capped before anything is ranked: what others have must not take the places of what is one's own. */
function duplicatesQuery<V extends RecordView>(
  { source, belonging }: RecordKind<V>,
  actor: Actor | null,
  ways: readonly Likeness[],
  excludeId: string | undefined,
): Sql {
  const seen = sql.join(
    [source.live, ...visibleTo(actor, belonging), ...(excludeId ? [sql`${source.id} <> ${excludeId}::uuid`] : [])],
    sql` and `,
  );
  const candidates = ways.map(
    ({ finds, most }) =>
      sql`(select ${source.id} as id from ${source.from} where ${seen} and ${finds} limit ${sql.lit(most)})`,
  );
  const rated = ways.map(({ alike }, at) => sql`(${alike})::float8 as ${sql.id(`~${at}`)}`);
  const holding = ways.map(({ least }, at) => sql`${sql.id(`~${at}`)} >= ${sql.lit(least)}`);
  const order = ways.map((_, at) => sql`${sql.id(`~${at}`)} desc`);
  return sql`
    with candidate as materialized (${sql.join(candidates, sql` union `)}),
    rated as (select ${columnsOf(source)}, ${sql.join(rated)} from ${source.from} ${source.joins ?? sql``} where ${source.id} in (select id from candidate) and ${seen})
    select * from rated where ${sql.join(holding, sql` or `)} order by ${sql.join(order)}, "createdAt" desc, id limit ${LIMIT}`;
}

function toDuplicate<V>(row: Rated, ways: readonly Likeness[]): Duplicate<V> {
  const held = ways.flatMap(({ reason, least, weight }, at) => {
    const alike = row[`~${at}`] ?? 0;
    return alike >= least ? [{ reason, points: Math.round(alike * weight), isExact: least === 1 }] : [];
  });
  const reasons = [...new Set(held.map(({ reason }) => reason))];
  const exact = new Set(held.filter(({ isExact }) => isExact).map(({ reason }) => reason)).size;
  const record = Object.fromEntries(Object.entries(row).filter(([name]) => !name.startsWith('~'))) as V;
  return {
    record,
    reasons,
    likelihood: Math.min(99, Math.max(...held.map(({ points }) => points)) + (exact > 1 ? BOTH : 0)),
  };
}
