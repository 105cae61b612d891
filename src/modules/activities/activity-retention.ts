import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import {
  idsOf,
  KeepsPersonalRecords,
  Retains,
  type DueCount,
  type Person,
  type PersonalRecords,
  type PersonsRecords,
  type Removed,
  type RetainedKind,
} from '../../kernel/retention.js';
import { Reader } from '../../platform/database/index.js';
import type { ActivityType } from './activity.entity.js';

/** As in the index `activities_ended_at_idx`. */
const ENDED = sql`least(coalesce(a.completed_at, case when a.status = 'cancelled' then a.updated_at end), a.deleted_at)`;

/** Activities of some types whose time is over. A status change is the history of its lead and goes with that. */
abstract class ActivityRetention implements RetainedKind {
  abstract readonly kind: string;
  abstract readonly description: string;
  abstract readonly defaultDays: number;
  readonly minimumDays = 30;
  protected abstract readonly types: readonly ActivityType[];

  constructor(private readonly reader: Reader) {}

  async count(before: Date): Promise<DueCount> {
    const row = await this.reader.row<DueCount>(sql`
      select count(*) filter (where h.id is null)::int as due, count(h.id)::int as held, min(${ENDED}) as oldest
      from activities a left join held_activities h on h.id = a.id where ${this.over(before)}`);
    return row ?? { due: 0, held: 0, oldest: null };
  }

  async remove(before: Date, limit: number): Promise<Removed> {
    const gone = await this.reader.rows(sql`
      delete from activities where id = any(array(
        select a.id from activities a where ${this.over(before)} and a.id not in (select id from held_activities) order by ${ENDED}, a.id limit ${limit} for update skip locked)) returning 1`);
    return { removed: gone.length, isDone: gone.length < limit };
  }

  private over(before: Date): RawBuilder<unknown> {
    return sql`a.type <> 'status_change' and a.type = any(${[...this.types]}::varchar[]) and ${ENDED} < ${before.toISOString()}::timestamptz`;
  }
}

@Retains()
@Injectable()
export class TaskRetention extends ActivityRetention {
  readonly kind = 'tasks';
  readonly description = 'Tasks and deadlines, from the day they were completed, cancelled or deleted.';
  readonly defaultDays = 1_096;
  protected readonly types = ['task', 'deadline'] as const;

  constructor(reader: Reader) {
    super(reader);
  }
}

@Retains()
@Injectable()
export class InteractionRetention extends ActivityRetention {
  readonly kind = 'interactions';
  readonly description = 'Notes, calls, e-mails and meetings, from the day they were completed, cancelled or deleted.';
  readonly defaultDays = 2_557;
  protected readonly types = ['note', 'call', 'email', 'meeting'] as const;

  constructor(reader: Reader) {
    super(reader);
  }
}

/** All that was done on the leads and contacts of one person, their history too. What is on a company or a deal is not about that person alone: it stays, without them. */
@KeepsPersonalRecords()
@Injectable()
export class PersonalActivities implements PersonalRecords {
  readonly resource = 'activities';
  readonly rank = 1;

  constructor(private readonly reader: Reader) {}

  async find(person: Person, lock: boolean): Promise<PersonsRecords> {
    const found = await this.reader.rows<{ id: string }>(sql`
      select id from activities where id in (
        select id from activities where lead_id = any(${idsOf(person, 'leads')}::uuid[])
        union select id from activities where contact_id = any(${idsOf(person, 'contacts')}::uuid[]) and company_id is null and deal_id is null and (lead_id is null or lead_id = any(${idsOf(person, 'leads')}::uuid[])))
      order by id ${lock ? sql`for update` : sql``}`);
    const held = await this.reader.rows<{ id: string }>(
      sql`select id from held_activities where id = any(${found.map(({ id }) => id)}::uuid[])`,
    );
    const kept = new Set(held.map(({ id }) => id));
    return { free: found.map(({ id }) => id).filter((id) => !kept.has(id)), held: [...kept] };
  }

  async erase(ids: readonly string[]): Promise<number> {
    return (await this.reader.rows(sql`delete from activities where id = any(${[...ids]}::uuid[]) returning 1`)).length;
  }
}
