import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Events } from '../../../kernel/events.js';
import { KeepsPersonalRecords, Retains, type DueCount, type Person, type PersonalRecords, type PersonsRecords, type Removed, type RetainedKind } from '../../../kernel/retention.js';
import { Reader } from '../../../platform/database/index.js';
import { contactPurged } from '../contacts.events.js';

type Sql = RawBuilder<unknown>;

/** Exactly the columns of the indexes by phone number. */
const PHONE_DIGITS = 9;

/** Contacts whose time is over, and the contacts of one person: removed as by hand. */
@Retains()
@KeepsPersonalRecords()
@Injectable()
export class ContactRetention implements RetainedKind, PersonalRecords {
  readonly kind = 'contacts';
  readonly resource = 'contacts';
  readonly rank = 0;
  readonly description = 'Contacts, from the day they were deleted.';
  readonly defaultDays = 1_827;
  readonly minimumDays = 30;

  constructor(
    private readonly reader: Reader,
    private readonly events: Events,
  ) {}

  async count(before: Date): Promise<DueCount> {
    const row = await this.reader.row<DueCount>(sql`
      select count(*) filter (where h.id is null)::int as due, count(h.id)::int as held, min(p.deleted_at) as oldest
      from contacts p left join held_contacts h on h.id = p.id where ${over(before)}`);
    return row ?? { due: 0, held: 0, oldest: null };
  }

  async remove(before: Date, limit: number): Promise<Removed> {
    const removed = await this.purge(over(before), limit);
    return { removed, isDone: removed < limit };
  }

  erase(ids: readonly string[]): Promise<number> {
    return this.purge(sql`p.id = any(${[...ids]}::uuid[])`, ids.length);
  }

  async find({ email, phone }: Person, lock: boolean): Promise<PersonsRecords> {
    const ways = [...(email ? byEmail(email) : []), ...(phone ? [...byNumber('phone_digits', phone), ...byNumber('mobile_digits', phone)] : [])];
    if (ways.length === 0) return { free: [], held: [] };
    const ids = await this.reader.rows<{ id: string }>(sql`select p.id from contacts p where p.id in (${sql.join(ways, sql` union `)}) order by p.id ${lock ? sql`for update` : sql``}`);
    const held = await this.reader.rows<{ id: string }>(sql`select id from held_contacts where id = any(${ids.map(({ id }) => id)}::uuid[])`);
    const kept = new Set(held.map(({ id }) => id));
    return { free: ids.map(({ id }) => id).filter((id) => !kept.has(id)), held: [...kept] };
  }

  private async purge(condition: Sql, limit: number): Promise<number> {
    const gone = await this.reader.rows<{ id: string }>(sql`
      delete from contacts where id = any(array(
        select p.id from contacts p where ${condition} and p.id not in (select id from held_contacts where id is not null) order by p.deleted_at, p.id limit ${limit} for update skip locked)) returning id`);
    for (const { id } of gone) this.events.record(contactPurged, id, { id });
    return gone.length;
  }
}

const over = (before: Date): Sql => sql`p.deleted_at is not null and p.deleted_at < ${before.toISOString()}::timestamptz`;

/** Living and deleted ones have an index each. */
const byEmail = (email: string): Sql[] => [sql`select id from contacts where deleted_at is null and email = ${email}`, sql`select id from contacts where deleted_at is not null and email = ${email}`];

/** The whole number has to be the same, but for zeros before it: nobody is erased because of nine digits. */
function byNumber(column: string, number: string): Sql[] {
  const ends = ['', '0', '00'].map((zeros) => `${zeros}${number}`.slice(-PHONE_DIGITS));
  return [sql`select id from contacts where right(${sql.ref(column)}, ${sql.lit(PHONE_DIGITS)}) = any(${ends}::text[]) and ltrim(${sql.ref(column)}, '0') = ${number}`];
}
