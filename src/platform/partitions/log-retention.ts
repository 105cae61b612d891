import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Retains, type DueCount, type Removed, type RetainedKind } from '../../kernel/records/retention.js';
import { QueryRunner } from '../database/index.js';

interface Month {
  readonly month: string;
}

/** Removes whole months of append-only logs, after the last day of a month has expired. */
abstract class LogRetention implements RetainedKind {
  abstract readonly kind: string;
  abstract readonly description: string;
  abstract readonly defaultDays: number;
  abstract readonly minimumDays: number;
  protected abstract readonly log: string;

  constructor(private readonly queryRunner: QueryRunner) {}

  async isStored(): Promise<boolean> {
    const row = await this.queryRunner.row<{ canDrop: boolean }>(
      sql`select to_regclass(${this.log}) is not null and to_regprocedure('drop_log_partition(text, date, boolean)')
        is not null as "canDrop"`,
    );
    return row?.canDrop ?? false;
  }

  async count(before: Date): Promise<DueCount> {
    const last = (await this.monthsOver(before)).at(-1);
    const beyond = last ? sql`${last.month}::date + interval '1 month'` : sql`'-infinity'::timestamp`;
    const row = await this.queryRunner.row<DueCount>(
      sql`select count(*)::int as due, 0 as held, min(created_at) as oldest from ${sql.table(this.log)}
        where created_at < (${beyond}) at time zone 'UTC'`,
    );
    return row ?? { due: 0, held: 0, oldest: null };
  }

  /** Removes one month per call, oldest first. */
  async remove(before: Date): Promise<Removed> {
    const [oldest, ...more] = await this.monthsOver(before);
    if (!oldest) return { removed: 0, isDone: true };
    const row = await this.queryRunner.row<{ removed: number }>(
      sql`select coalesce(drop_log_partition(${this.log}, ${oldest.month}::date), 0)::int as removed`,
    );
    return { removed: row?.removed ?? 0, isDone: more.length === 0 };
  }

  private monthsOver(before: Date): Promise<Month[]> {
    return this.queryRunner.rows<Month>(sql`
      select month::text as month from (
        select to_date(right(c.relname, 7), 'YYYY_MM') as month from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = to_regclass(${this.log}) and c.relname ~ ${`^${this.log}_[0-9]{4}_[0-9]{2}$`}) months
      where (month + interval '1 month') at time zone 'UTC' <= least(${before.toISOString()}::timestamptz, now())
        order by month`);
  }
}

@Retains()
@Injectable()
export class AuditLogRetention extends LogRetention {
  readonly kind = 'audit-logs';
  readonly description = 'Audit log, by whole months, from the day of the entry.';
  readonly defaultDays = 3_653;
  readonly minimumDays = 366;
  protected readonly log = 'audit_logs';

  constructor(queryRunner: QueryRunner) {
    super(queryRunner);
  }
}

@Retains()
@Injectable()
export class SecurityLogRetention extends LogRetention {
  readonly kind = 'security-logs';
  readonly description = 'Security log, by whole months, from the day of the entry.';
  readonly defaultDays = 731;
  readonly minimumDays = 90;
  protected readonly log = 'security_logs';

  constructor(queryRunner: QueryRunner) {
    super(queryRunner);
  }
}
