import { sql, type RawBuilder } from 'kysely';
import { Invalid } from '../../kernel/errors.js';
import type { LeadDuplicatesQuery, LeadDuplicateView } from './lead-lists.dto.js';
import type { LeadView } from './leads.dto.js';

interface Found {
  readonly '~email': boolean;
  readonly '~phone': boolean;
  readonly '~similarity': number;
}
export type DuplicateRow = LeadView & Found;

const NAME_LIKE = 0.6;
const LIMIT = sql.lit(20);
/** Numbers are compared by their last digits: the same number is written with and without its country. */
const PHONE_DIGITS = 9;

/** Each way of being the same asks its own index; the trigram search of names is capped before it is ranked. */
export function duplicatesQuery(
  { email, phone, name, excludeId }: LeadDuplicatesQuery,
  columns: RawBuilder<unknown>,
  sees: readonly RawBuilder<unknown>[],
): RawBuilder<unknown> {
  const digits = phone?.replace(/\D/g, '') ?? '';
  // Whom it is seen by is asked before the cap: what others have must not take the places of what is one's own.
  const seen = sql.join([sql`l.deleted_at is null`, ...sees], sql` and `);
  const ways = [
    ...(email ? [sql`(select l.id from leads l where ${seen} and l.email = ${email} limit 100)`] : []),
    ...(digits.length >= 5
      ? [
          sql`(select l.id from leads l where ${seen} and right(l.phone_digits, ${sql.lit(PHONE_DIGITS)}) = right(${digits}, ${sql.lit(PHONE_DIGITS)}) limit 100)`,
        ]
      : []),
    ...(name ? [sql`(select l.id from leads l where ${seen} and l.search_text %> lower(${name}) limit 500)`] : []),
  ];
  if (ways.length === 0)
    throw new Invalid('nothing-to-compare', 'Give an e-mail address, a phone number or a name to look for.');
  const other = excludeId ? [sql`l.id <> ${excludeId}::uuid`] : [];
  return sql`
    with candidate as materialized (${sql.join(ways, sql` union `)}),
    rated as (
      select l.*, coalesce(l.email = ${email ?? null}::text, false) as same_email,
        coalesce(right(l.phone_digits, ${sql.lit(PHONE_DIGITS)}) = right(nullif(${digits}, ''), ${sql.lit(PHONE_DIGITS)}), false) as same_phone,
        coalesce(similarity(lower(l.name), lower(${name ?? null}::text)), 0) as name_similarity
      from candidate join leads l using (id) where ${sql.join([seen, ...other], sql` and `)})
    select ${columns}, same_email as "~email", same_phone as "~phone", name_similarity as "~similarity" from rated l
    where same_email or same_phone or name_similarity >= ${sql.lit(NAME_LIKE)}
    order by same_email desc, same_phone desc, name_similarity desc, l.created_at desc, l.id limit ${LIMIT}`;
}

/** Two addresses of one person may differ, two people seldom share one: the e-mail address weighs most. */
export function toDuplicates({
  '~email': email,
  '~phone': phone,
  '~similarity': similarity,
  ...lead
}: DuplicateRow): LeadDuplicateView {
  const likelihood =
    Math.max(email ? 95 : 0, phone ? 85 : 0, similarity >= NAME_LIKE ? Math.round(similarity * 70) : 0) +
    (email && phone ? 4 : 0);
  const reasons: LeadDuplicateView['reasons'] = [];
  if (email) reasons.push('same-email');
  if (phone) reasons.push('same-phone');
  if (similarity >= NAME_LIKE) reasons.push('similar-name');
  return { lead, likelihood, reasons };
}
