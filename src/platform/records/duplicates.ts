import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import { UnprocessableError } from '../../kernel/errors.js';
import { normalizeText } from '../../kernel/values/text.js';
import { comparedPhone } from '../../kernel/values/phone.js';
import { QueryRunner } from '../database/index.js';
import { columnsOf } from '../query/index.js';
import { visibleTo } from '../visibility/index.js';
import { samePhone } from './phone-columns.js';
import { DefaultCountry } from './ports.js';
import type { RecordKind, RecordView } from './type/record-kind.js';
import type { DuplicateReason } from './records.dto.js';

type Sql = RawBuilder<unknown>;

/** A match strategy for duplicates. */
export interface Likeness {
  readonly reason: DuplicateReason;
  /** Condition that an index supports. */
  readonly finds: Sql;
  /** Maximum number of candidates. */
  readonly most: number;
  /** Similarity from 0 to 1. */
  readonly alike: Sql;
  /** Minimum similarity of a match. */
  readonly least: number;
  /** Likelihood of a duplicate at full similarity, from 0 to 100. */
  readonly weight: number;
}

export interface Duplicate<V> {
  readonly record: V;
  readonly likelihood: number;
  readonly reasons: DuplicateReason[];
}

const NAME_LIKE = 0.6;
const LIMIT = sql.lit(20);
/** Bonus for more than one exact match. */
const BOTH = 4;

/** Match strategies. A strategy without a value returns an empty list. */
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
  /**
   * `text` is the column with the trigram index. Both operators are used, because the planner overestimates each one
   * alone and would scan the table.
   */
  name: (column: Sql, text: Sql, name: string | undefined, weight: number): Likeness[] =>
    name
      ? [
          {
            reason: 'similar-name',
            finds: sql`${text} %> ${normalizeText(name)}::text and ${normalizeText(name)}::text <% ${text}`,
            most: 500,
            alike: sql`similarity(fold_text(${column}), ${normalizeText(name)}::text)`,
            least: NAME_LIKE,
            weight,
          },
        ]
      : [],
  /**
   * Condition for a different web domain, which indicates a different record. Subdomains of each other are not
   * different.
   */
  otherDomain: (column: Sql, domain: string | undefined): Sql =>
    domain
      ? sql`coalesce(${column} <> ${domain} and right(${column}, length(${domain}) + 1) <> '.' || ${domain}
        and right(${domain}, length(${column}) + 1) <> '.' || ${column}, false)`
      : sql`false`,
} as const;

/** Finds active records that may be duplicates and that the viewer can see. */
@Injectable()
export class Duplicates {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly country: DefaultCountry,
  ) {}

  /** Match strategies for a phone number in any of these columns, such as `p.mobile`. */
  async byPhone(
    columns: readonly (readonly [alias: string, column: string])[],
    phone: string | undefined,
    weight: number,
  ): Promise<Likeness[]> {
    const compared = phone === undefined ? undefined : comparedPhone(phone, await this.country.get());
    if (!compared) return [];
    return columns.map(([alias, column]) => {
      const equal = samePhone(alias, column, compared);
      return {
        reason: 'same-phone',
        finds: equal,
        most: 100,
        alike: sql`coalesce((${equal})::int, 0)`,
        least: 1,
        weight,
      };
    });
  }

  async find<V extends RecordView>(
    kind: RecordKind<V>,
    actor: Actor | null,
    strategies: readonly Likeness[],
    { excludeId, contradicts }: Search = {},
  ): Promise<Duplicate<V>[]> {
    if (strategies.length === 0)
      throw new UnprocessableError(
        'nothing-to-compare',
        'Set at least one value to compare, such as an e-mail address, a phone number or a name.',
      );
    const rows = await this.queryRunner.rows<Rated>(
      duplicatesQuery(kind, actor, strategies, { excludeId, contradicts }),
      { prepared: false },
    );
    return rows.map((row) => toDuplicate<V>(row, strategies)).toSorted((a, b) => b.likelihood - a.likelihood);
  }
}

type Rated = Record<`~${number}`, number> & { readonly '~contradicts': boolean } & Record<string, unknown>;

/** Options of a search for duplicates. */
export interface Search {
  readonly excludeId?: string | undefined;
  /** Condition that reduces the weight of a similar name. */
  readonly contradicts?: Sql | undefined;
}

/** Factor for the weight of a contradicted name. */
const CONTRADICTED = 0.5;

/**
 * Each strategy uses its own index. The limits apply after the visibility check, so that hidden records do not displace
 * visible ones.
 */
function duplicatesQuery<V extends RecordView>(
  { source, ownershipColumns }: RecordKind<V>,
  actor: Actor | null,
  strategies: readonly Likeness[],
  { excludeId, contradicts = sql`false` }: Search,
): Sql {
  const seen = sql.join(
    [
      source.live,
      ...visibleTo(actor, ownershipColumns),
      ...(excludeId ? [sql`${source.id} <> ${excludeId}::uuid`] : []),
    ],
    sql` and `,
  );
  const candidates = strategies.map(
    ({ finds, most }) =>
      sql`(select ${source.id} as id from ${source.from} where ${seen} and ${finds} limit ${sql.lit(most)})`,
  );
  const rated = strategies.map(({ alike }, at) => sql`(${alike})::float8 as ${sql.id(`~${at}`)}`);
  const isLikely = strategies.map(({ least }, at) => sql`${sql.id(`~${at}`)} >= ${sql.lit(least)}`);
  const order = strategies.map((_, at) => sql`${sql.id(`~${at}`)} desc`);
  return sql`
    with candidate as materialized (${sql.join(candidates, sql` union `)}),
    rated as (select ${columnsOf(source)}, ${sql.join(rated)}, ${contradicts} as "~contradicts"
      from ${source.from} ${source.joins ?? sql``} where ${source.id} in (select id from candidate) and ${seen})
    select * from rated where ${sql.join(isLikely, sql` or `)} order by ${sql.join(order)}, "createdAt" desc, id
      limit ${LIMIT}`;
}

function toDuplicate<V>(row: Rated, strategies: readonly Likeness[]): Duplicate<V> {
  const held = strategies.flatMap(({ reason, least, weight }, at) => {
    const alike = row[`~${at}`] ?? 0;
    const share = reason === 'similar-name' && row['~contradicts'] ? CONTRADICTED : 1;
    return alike >= least ? [{ reason, points: Math.round(alike * weight * share), isExact: least === 1 }] : [];
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
