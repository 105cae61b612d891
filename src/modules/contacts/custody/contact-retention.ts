import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Events } from '../../../kernel/events.js';
import {
  KeepsPersonalRecords,
  Retains,
  type Person,
  type PersonalRecords,
  type PersonsRecords,
} from '../../../kernel/retention.js';
import { Reader } from '../../../platform/database/index.js';
import { RecordRetention } from '../../../platform/records/index.js';
import { contactPurged } from '../contacts.events.js';

type Sql = RawBuilder<unknown>;

/** Exactly the columns of the indexes by phone number. */
const PHONE_DIGITS = 9;

/** Contacts whose time is over, and the contacts of one person: removed as by hand. */
@Retains()
@KeepsPersonalRecords()
@Injectable()
export class ContactRetention extends RecordRetention implements PersonalRecords {
  readonly kind = 'contacts';
  readonly resource = 'contacts';
  readonly rank = 0;
  readonly description = 'Deleted contacts, from the day they were deleted.';
  protected readonly ended = sql.ref('r.deleted_at');
  protected readonly purged = contactPurged;

  // Declared again: Nest reads the parameters of a class from itself alone.
  constructor(reader: Reader, events: Events) {
    super(reader, events);
  }

  erase(ids: readonly string[]): Promise<number> {
    return this.purge(sql`r.id = any(${[...ids]}::uuid[])`, ids.length);
  }

  async find({ email, phone }: Person, lock: boolean): Promise<PersonsRecords> {
    const ways = [
      ...(email ? byEmail(email) : []),
      ...(phone ? [...byNumber('phone_digits', phone), ...byNumber('mobile_digits', phone)] : []),
    ];
    if (ways.length === 0) return { free: [], held: [] };
    const ids = await this.reader.rows<{ id: string }>(
      sql`select p.id from contacts p where p.id in (${sql.join(ways, sql` union `)}) order by p.id ${lock ? sql`for update` : sql``}`,
    );
    const held = await this.reader.rows<{ id: string }>(
      sql`select id from held_contacts where id = any(${ids.map(({ id }) => id)}::uuid[])`,
    );
    const kept = new Set(held.map(({ id }) => id));
    return { free: ids.map(({ id }) => id).filter((id) => !kept.has(id)), held: [...kept] };
  }
}

/** Living and deleted ones have an index each. */
const byEmail = (email: string): Sql[] => [
  sql`select id from contacts where deleted_at is null and email = ${email}`,
  sql`select id from contacts where deleted_at is not null and email = ${email}`,
];

/** The whole number has to be the same, but for zeros before it: nobody is erased because of nine digits. */
function byNumber(column: string, number: string): Sql[] {
  const ends = ['', '0', '00'].map((zeros) => `${zeros}${number}`.slice(-PHONE_DIGITS));
  return [
    sql`select id from contacts where right(${sql.ref(column)}, ${sql.lit(PHONE_DIGITS)}) = any(${ends}::text[]) and ltrim(${sql.ref(column)}, '0') = ${number}`,
  ];
}
