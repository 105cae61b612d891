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
import { divideByHolds } from '../../../platform/records/index.js';
import type { ActivityType } from '../activity.entity.js';

const ENDED = sql`least(coalesce(a.completed_at, case when a.status = 'cancelled' then a.updated_at end), a.deleted_at)`;

/** Removes activities of some types after the retention period. A status change is removed with its lead. */
@Injectable()
abstract class ActivityRetention implements RetainedKind {
  abstract readonly kind: string;
  abstract readonly description: string;
  abstract readonly defaultDays: number;
  readonly minimumDays = 30;
  protected abstract readonly types: readonly ActivityType[];

  constructor(private readonly queryRunner: QueryRunner) {}

  async count(before: Date): Promise<DueCount> {
    const row = await this.queryRunner.row<DueCount>(sql`
      select count(*) filter (where h.id is null)::int as due, count(h.id)::int as held, min(${ENDED}) as oldest
      from activities a left join held_activities h on h.id = a.id where ${this.over(before)}`);
    return row ?? { due: 0, held: 0, oldest: null };
  }

  async remove(before: Date, limit: number): Promise<Removed> {
    const gone = await this.queryRunner.rows(sql`
      delete from activities where id = any(array(
        select a.id from activities a where ${this.over(before)} and a.id not in (select id from held_activities)
          order by ${ENDED}, a.id limit ${limit} for update skip locked)) returning 1`);
    return { removed: gone.length, isDone: gone.length < limit };
  }

  private over(before: Date): RawBuilder<unknown> {
    const at = sql`${before.toISOString()}::timestamptz`;
    // Each time has its own index.
    return sql`a.type <> 'status_change' and a.type = any(${[...this.types]}::varchar[])
      and (a.completed_at < ${at} or a.deleted_at < ${at} or (a.status = 'cancelled' and a.updated_at < ${at}))`;
  }
}

@Retains()
@Injectable()
export class TaskRetention extends ActivityRetention {
  readonly kind = 'tasks';
  readonly description = 'Tasks and deadlines, from the day of completion, cancellation or deletion.';
  readonly defaultDays = 1_096;
  protected readonly types = ['task', 'deadline'] as const;
}

@Retains()
@Injectable()
export class InteractionRetention extends ActivityRetention {
  readonly kind = 'interactions';
  readonly description = 'Notes, calls, e-mails and meetings, from the day of completion, cancellation or deletion.';
  readonly defaultDays = 2_557;
  protected readonly types = ['note', 'call', 'email', 'meeting'] as const;
}

/**
 * Activities and history of the leads and contacts of a person. Activities of a contact that are also on a company or
 * deal are kept.
 */
@HasPersonalRecords()
@Injectable()
export class PersonalActivities implements PersonalRecords {
  readonly resource = 'activities';
  readonly rank = 1;

  constructor(private readonly queryRunner: QueryRunner) {}

  async find(person: DataSubject, lock: boolean): Promise<PersonsRecords> {
    const found = await this.queryRunner.rows<{ id: string }>(sql`
      select id from activities where id in (
        select id from activities where lead_id = any(${idsOf(person, 'leads')}::uuid[])
        union select id from activities where contact_id = any(${idsOf(person, 'contacts')}::uuid[]) and company_id
          is null and deal_id is null and (lead_id is null or lead_id = any(${idsOf(person, 'leads')}::uuid[])))
      order by id ${lock ? sql`for update` : sql``}`);
    return divideByHolds(
      this.queryRunner,
      'activities',
      found.map(({ id }) => id),
    );
  }

  async erase(ids: readonly string[]): Promise<number> {
    return (await this.queryRunner.rows(sql`delete from activities where id = any(${[...ids]}::uuid[]) returning 1`))
      .length;
  }
}
