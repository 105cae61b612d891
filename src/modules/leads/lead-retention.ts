import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Events } from '../../kernel/events.js';
import {
  KeepsPersonalRecords,
  Retains,
  type Person,
  type PersonalRecords,
  type PersonsRecords,
} from '../../kernel/retention.js';
import { Reader } from '../../platform/database/index.js';
import { RecordRetention } from '../../platform/records/index.js';
import { leadPurged } from './leads.events.js';

/** Exactly the columns of the indexes by phone number. */
const PHONE_DIGITS = 9;

/** Leads whose time is over, and the leads of one person: removed as by hand, with all that is on them. */
@Retains()
@KeepsPersonalRecords()
@Injectable()
export class LeadRetention extends RecordRetention implements PersonalRecords {
  readonly kind = 'leads';
  readonly resource = 'leads';
  readonly rank = 0;
  readonly description = 'Leads with their activities, from the day they were won, lost, converted or deleted.';
  /** As in the index `leads_ended_at_idx`. */
  protected readonly ended = sql`least(r.closed_at, r.converted_at, r.deleted_at)`;
  protected readonly purged = leadPurged;

  // Declared again: Nest reads the parameters of a class from itself alone.
  constructor(reader: Reader, events: Events) {
    super(reader, events);
  }

  erase(ids: readonly string[]): Promise<number> {
    return this.purge(sql`r.id = any(${[...ids]}::uuid[])`, ids.length);
  }

  async find({ email, phone }: Person, lock: boolean): Promise<PersonsRecords> {
    const ways = [...(email ? byEmail(email) : []), ...(phone ? byPhone(phone) : [])];
    if (ways.length === 0) return { free: [], held: [] };
    const ids = await this.reader.rows<{ id: string }>(
      sql`select l.id from leads l where l.id in (${sql.join(ways, sql` union `)}) order by l.id ${lock ? sql`for update` : sql``}`,
    );
    const held = await this.reader.rows<{ id: string }>(
      sql`select id from held_leads where id = any(${ids.map(({ id }) => id)}::uuid[])`,
    );
    const kept = new Set(held.map(({ id }) => id));
    return { free: ids.map(({ id }) => id).filter((id) => !kept.has(id)), held: [...kept] };
  }
}

/** Living and deleted ones have an index each. */
const inBoth = (condition: RawBuilder<unknown>): RawBuilder<unknown>[] => [
  sql`select id from leads where deleted_at is null and ${condition}`,
  sql`select id from leads where deleted_at is not null and ${condition}`,
];

const byEmail = (email: string): RawBuilder<unknown>[] => inBoth(sql`email = ${email}`);

/** The whole number has to be the same, but for zeros before it: nobody is erased because of nine digits. */
function byPhone(phone: string): RawBuilder<unknown>[] {
  const ends = ['', '0', '00'].map((zeros) => `${zeros}${phone}`.slice(-PHONE_DIGITS));
  return inBoth(
    sql`right(phone_digits, ${sql.lit(PHONE_DIGITS)}) = any(${ends}::text[]) and ltrim(phone_digits, '0') = ${phone}`,
  );
}
