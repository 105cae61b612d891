import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { PHONE_SUFFIX, toE164, type ComparedPhone } from '../../kernel/values/phone.js';
import type { FieldOptions } from '../query/index.js';
import { DefaultCountry } from './ports.js';
import type { RecordKind, RecordView } from './type/record-kind.js';

type Sql = RawBuilder<unknown>;

/**
 * Condition for records with this phone number. The last digits use an index; numbers of different countries never
 * match.
 */
export const samePhone = (alias: string, column: string, { e164, suffix }: ComparedPhone): Sql => {
  const [digits, stored] = [sql.ref(`${alias}.${column}_digits`), sql.ref(`${alias}.${column}_e164`)];
  return sql`(right(${digits}, ${sql.lit(PHONE_SUFFIX)}) = ${suffix}::text and (${stored} is null
    or coalesce(${e164}::text, ${stored}) = ${stored}))`;
};

/**
 * Condition for records with exactly this phone number, in E.164 or as digits without leading zeros. Used for erasure,
 * where equal last digits are not enough.
 */
export function isWholePhone(column: string, phone: string): Sql {
  const [digits, stored] = [sql.ref(`${column}_digits`), sql.ref(`${column}_e164`)];
  if (phone.startsWith('+'))
    return sql`(right(${digits}, ${sql.lit(PHONE_SUFFIX)}) = ${suffixOf(phone)}::text
      and coalesce(${stored}, '+' || ltrim(${digits}, '0')) = ${phone}::text)`;
  const suffixes = ['', '0', '00'].map((zeros) => suffixOf(`${zeros}${phone}`));
  return sql`(right(${digits}, ${sql.lit(PHONE_SUFFIX)}) = any(${suffixes}::text[])
    and ltrim(${digits}, '0') = ${phone}::text)`;
}

const suffixOf = (phone: string): string => phone.replace(/\D/g, '').slice(-PHONE_SUFFIX);

/** Stores the E.164 form of each phone number in a second column. */
@Injectable()
export class PhoneColumns {
  constructor(private readonly country: DefaultCountry) {}

  /** Adds the E.164 forms to a row. */
  async rowOf<V extends RecordView>(
    { phones = [] }: RecordKind<V>,
    row: Readonly<Record<string, unknown>>,
  ): Promise<Readonly<Record<string, unknown>>> {
    const input = phones.filter((name) => Object.hasOwn(row, name));
    if (input.length === 0) return row;
    const country = await this.country.get();
    return {
      ...row,
      ...Object.fromEntries(input.map((name) => [`${name}_e164`, toE164(row[name] as string | null, country)])),
    };
  }

  /** Sets the E.164 forms of changed numbers on an entity. */
  async apply<V extends RecordView>({ phones = [] }: RecordKind<V>, record: object, before: V): Promise<void> {
    const [entity, old] = [record as Record<string, unknown>, before as unknown as Record<string, unknown>];
    const changed = phones.filter((name) => (entity[name] ?? null) !== (old[name] ?? null));
    if (changed.length === 0) return;
    const country = await this.country.get();
    for (const name of changed) entity[`${name}E164`] = toE164(entity[name] as string | null, country);
  }
}

/** Options of a phone field. Equal numbers match in any notation, with the index on the last digits. */
export function phoneField(alias: string, column: string): Pick<FieldOptions, 'equality' | 'probe'> {
  const [stored, digits] = [sql.ref(`${alias}.${column}`), sql.ref(`${alias}.${column}_digits`)];
  const last = sql.lit(PHONE_SUFFIX);
  return {
    equality: {
      column: sql`coalesce(${sql.ref(`${alias}.${column}_e164`)}, ${stored})`,
      normalize: (text, country) => toE164(text, country) ?? text,
    },
    probe: {
      expression: sql`right(${digits}, ${last})`,
      of: (value) => sql`right(regexp_replace(${value}, '[^0-9]', '', 'g'), ${last})`,
      suits: (values) => values.every((value) => /\d/.test(String(value))),
    },
  };
}
