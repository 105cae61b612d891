import { sql, type RawBuilder } from 'kysely';
import { Invalid } from '../../../kernel/errors.js';
import type { ContactView } from '../contacts.dto.js';
import type { ContactDuplicatesQuery, ContactDuplicateView } from './contact-duplicates.dto.js';

type Sql = RawBuilder<unknown>;

interface Found {
  readonly '~email': boolean;
  readonly '~phone': boolean;
  readonly '~similarity': number;
}
export type DuplicateRow = ContactView & Found;

const NAME_LIKE = 0.6;
const LIMIT = sql.lit(20);
/** As in the indexes: the same number is written with and without its country. */
const PHONE_DIGITS = sql.lit(9);
const FEWEST_DIGITS = 5;

const endsOf = (...numbers: (string | undefined)[]): string[] =>
  [...new Set(numbers.map((number) => number?.replace(/\D/g, '') ?? '').filter((digits) => digits.length >= FEWEST_DIGITS).map((digits) => digits.slice(-9)))];
const endsIn = (column: string, ends: readonly string[]): Sql => sql`right(${sql.ref(`p.${column}`)}, ${PHONE_DIGITS}) = any(${[...ends]}::text[])`;

/** Each way of being the same asks its own index; the trigram search of names is capped before it is ranked. */
export function duplicatesQuery({ email, phone, mobile, name, excludeId }: ContactDuplicatesQuery, columns: Sql, sees: readonly Sql[]): Sql {
  const ends = endsOf(phone, mobile);
  // Whom it is seen by is asked before the cap: what others have must not take the places of what is one's own.
  const seen = sql.join([sql`p.deleted_at is null`, ...sees], sql` and `);
  const way = (condition: Sql, most: number): Sql => sql`(select p.id from contacts p where ${seen} and ${condition} limit ${sql.lit(most)})`;
  const ways = [
    ...(email ? [way(sql`p.email = ${email}`, 1)] : []),
    ...(ends.length > 0 ? [way(endsIn('phone_digits', ends), 100), way(endsIn('mobile_digits', ends), 100)] : []),
    ...(name ? [way(sql`p.search_text %> lower(${name})`, 500)] : []),
  ];
  if (ways.length === 0) throw new Invalid('nothing-to-compare', 'Give an e-mail address, a phone number or a name to look for.');
  const other = excludeId ? [sql`p.id <> ${excludeId}::uuid`] : [];
  return sql`
    with candidate as materialized (${sql.join(ways, sql` union `)}),
    rated as (
      select p.*, coalesce(p.email = ${email ?? null}::text, false) as same_email,
        coalesce(${endsIn('phone_digits', ends)}, false) or coalesce(${endsIn('mobile_digits', ends)}, false) as same_phone,
        coalesce(similarity(lower(p.name), lower(${name ?? null}::text)), 0) as name_similarity
      from candidate join contacts p using (id) where ${sql.join([seen, ...other], sql` and `)})
    select ${columns}, same_email as "~email", same_phone as "~phone", name_similarity as "~similarity" from rated p
    where same_email or same_phone or name_similarity >= ${sql.lit(NAME_LIKE)}
    order by same_email desc, same_phone desc, name_similarity desc, p.created_at desc, p.id limit ${LIMIT}`;
}

/** Two addresses of one person may differ, two people seldom share one: the e-mail address weighs most. */
export function toDuplicates({ '~email': email, '~phone': phone, '~similarity': similarity, ...contact }: DuplicateRow): ContactDuplicateView {
  const likelihood = Math.max(email ? 95 : 0, phone ? 85 : 0, similarity >= NAME_LIKE ? Math.round(similarity * 70) : 0) + (email && phone ? 4 : 0);
  const reasons: ContactDuplicateView['reasons'] = [];
  if (email) reasons.push('same-email');
  if (phone) reasons.push('same-phone');
  if (similarity >= NAME_LIKE) reasons.push('similar-name');
  return { contact, likelihood, reasons };
}
