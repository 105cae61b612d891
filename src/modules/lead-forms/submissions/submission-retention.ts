import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import {
  idsOf,
  HasPersonalRecords,
  Retains,
  type DueCount,
  type DataSubject,
  type PersonalRecords,
  type PersonsRecords,
  type Removed,
  type RetainedKind,
} from '../../../kernel/records/retention.js';
import { QueryRunner } from '../../../platform/database/index.js';

/** Removes old submissions, and finds and erases the submissions of one person. */
@Retains()
@HasPersonalRecords()
@Injectable()
export class SubmissionRetention implements RetainedKind, PersonalRecords {
  readonly kind = 'lead-form-submissions';
  readonly resource = 'lead-form-submissions';
  readonly rank = 1;
  readonly description = 'Form submissions, from the day of receipt. Leads created from them remain.';
  readonly defaultDays = 366;
  readonly minimumDays = 1;

  constructor(private readonly queryRunner: QueryRunner) {}

  async count(before: Date): Promise<DueCount> {
    const row = await this.queryRunner.row<DueCount>(sql`
      select count(*) filter (where h.id is null)::int as due, count(h.id)::int as held, min(s.received_at) as oldest
      from lead_form_submissions s left join held_lead_form_submissions h on h.id = s.id
        where s.received_at < ${before.toISOString()}::timestamptz`);
    return row ?? { due: 0, held: 0, oldest: null };
  }

  async remove(before: Date, limit: number): Promise<Removed> {
    const removed = await this.delete(sql`s.received_at < ${before.toISOString()}::timestamptz`, limit);
    return { removed, isDone: removed < limit };
  }

  erase(ids: readonly string[]): Promise<number> {
    return this.delete(sql`s.id = any(${[...ids]}::uuid[])`, ids.length);
  }

  /** Finds submissions by their leads, and by each e-mail address and phone number in the payload. */
  async find(person: DataSubject, lock: boolean): Promise<PersonsRecords> {
    const contacts = [
      ...(person.email ? [person.email] : []),
      ...(person.phone ? [`tel:${person.phone.replace(/\D/g, '')}`] : []),
    ];
    const found = await this.queryRunner.rows<{ id: string }>(sql`
      select id from lead_form_submissions where id in (
        select id from lead_form_submissions where contacts_in(payload) && ${contacts}::text[] union select id
          from lead_form_submissions where lead_id = any(${idsOf(person, 'leads')}::uuid[]))
      order by id ${lock ? sql`for update` : sql``}`);
    const held = await this.queryRunner.rows<{ id: string }>(
      sql`select id from held_lead_form_submissions where id = any(${found.map(({ id }) => id)}::uuid[])`,
    );
    const retained = new Set(held.map(({ id }) => id));
    return { free: found.map(({ id }) => id).filter((id) => !retained.has(id)), held: [...retained] };
  }

  private async delete(condition: RawBuilder<unknown>, limit: number): Promise<number> {
    const gone = await this.queryRunner.rows(sql`
      delete from lead_form_submissions where id = any(array(
        select s.id from lead_form_submissions s where ${condition} and s.id not in (select id
          from held_lead_form_submissions) order by s.received_at, s.id limit ${limit} for update skip locked))
          returning 1`);
    return gone.length;
  }
}
