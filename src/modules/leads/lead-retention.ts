import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Events } from '../../kernel/events.js';
import { KeepsPersonalRecords, Retains, type DueCount, type Person, type PersonalRecords, type PersonsRecords, type Removed, type RetainedKind } from '../../kernel/retention.js';
import { Reader } from '../../platform/database/index.js';
import { leadPurged } from './leads.events.js';

/** As in the index `leads_ended_at_idx`. */
const ENDED = sql`least(l.closed_at, l.converted_at, l.deleted_at)`;
/** Exactly the columns of the indexes by phone number. */
const PHONE_DIGITS = 9;

/** Leads whose time is over, and the leads of one person: removed as by hand, with all that is on them. */
@Retains()
@KeepsPersonalRecords()
@Injectable()
export class LeadRetention implements RetainedKind, PersonalRecords {
  readonly kind = 'leads';
  readonly resource = 'leads';
  readonly rank = 0;
  readonly description = 'Leads with their activities, from the day they were won, lost, converted or deleted.';
  readonly defaultDays = 1_827;
  readonly minimumDays = 30;

  constructor(
    private readonly reader: Reader,
    private readonly events: Events,
  ) {}

  async count(before: Date): Promise<DueCount> {
    const row = await this.reader.row<DueCount>(sql`
      select count(*) filter (where h.id is null)::int as due, count(h.id)::int as held, min(${ENDED}) as oldest
      from leads l left join held_leads h on h.id = l.id where ${ENDED} < ${before.toISOString()}::timestamptz`);
    return row ?? { due: 0, held: 0, oldest: null };
  }

  async remove(before: Date, limit: number): Promise<Removed> {
    const removed = await this.purge(sql`${ENDED} < ${before.toISOString()}::timestamptz`, limit);
    return { removed, isDone: removed < limit };
  }

  erase(ids: readonly string[]): Promise<number> {
    return this.purge(sql`l.id = any(${[...ids]}::uuid[])`, ids.length);
  }

  async find({ email, phone }: Person, lock: boolean): Promise<PersonsRecords> {
    const ways = [...(email ? byEmail(email) : []), ...(phone ? byPhone(phone) : [])];
    if (ways.length === 0) return { free: [], held: [] };
    const ids = await this.reader.rows<{ id: string }>(sql`select l.id from leads l where l.id in (${sql.join(ways, sql` union `)}) order by l.id ${lock ? sql`for update` : sql``}`);
    const held = await this.reader.rows<{ id: string }>(sql`select id from held_leads where id = any(${ids.map(({ id }) => id)}::uuid[])`);
    const kept = new Set(held.map(({ id }) => id));
    return { free: ids.map(({ id }) => id).filter((id) => !kept.has(id)), held: [...kept] };
  }

  private async purge(condition: RawBuilder<unknown>, limit: number): Promise<number> {
    const gone = await this.reader.rows<{ id: string }>(sql`
      delete from leads where id = any(array(
        select l.id from leads l where ${condition} and l.id not in (select id from held_leads where id is not null) order by ${ENDED}, l.id limit ${limit} for update skip locked)) returning id`);
    for (const { id } of gone) this.events.record(leadPurged, id, { id });
    return gone.length;
  }
}

/** Living and deleted ones have an index each. */
const inBoth = (condition: RawBuilder<unknown>): RawBuilder<unknown>[] => [sql`select id from leads where deleted_at is null and ${condition}`, sql`select id from leads where deleted_at is not null and ${condition}`];

const byEmail = (email: string): RawBuilder<unknown>[] => inBoth(sql`email = ${email}`);

/** The whole number has to be the same, but for zeros before it: nobody is erased because of nine digits. */
function byPhone(phone: string): RawBuilder<unknown>[] {
  const ends = ['', '0', '00'].map((zeros) => `${zeros}${phone}`.slice(-PHONE_DIGITS));
  return inBoth(sql`right(phone_digits, ${sql.lit(PHONE_DIGITS)}) = any(${ends}::text[]) and ltrim(phone_digits, '0') = ${phone}`);
}
