import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Retains, type DueCount, type Removed, type RetainedKind } from '../../kernel/retention.js';
import { Reader } from '../database/index.js';

interface Month {
  readonly month: string;
}

/** Logs only grow: nobody deletes a row of them. What is over its time goes by whole months, once their last day is over it too. */
abstract class LogRetention implements RetainedKind {
  abstract readonly kind: string;
  abstract readonly description: string;
  abstract readonly defaultDays: number;
  abstract readonly minimumDays: number;
  protected abstract readonly log: string;

  constructor(private readonly reader: Reader) {}

  async isKept(): Promise<boolean> {
    const row = await this.reader.row<{ kept: boolean }>(
      sql`select to_regclass(${this.log}) is not null and to_regprocedure('drop_log_partition(text, date, boolean)') is not null as kept`,
    );
    return row?.kept ?? false;
  }

  async count(before: Date): Promise<DueCount> {
    const last = (await this.monthsOver(before)).at(-1);
    const beyond = last ? sql`${last.month}::date + interval '1 month'` : sql`'-infinity'::timestamp`;
    const row = await this.reader.row<DueCount>(
      sql`select count(*)::int as due, 0 as held, min(created_at) as oldest from ${sql.table(this.log)} where created_at < (${beyond}) at time zone 'UTC'`,
    );
    return row ?? { due: 0, held: 0, oldest: null };
  }

  /** One month at a time, the oldest first. */
  async remove(before: Date): Promise<Removed> {
    const [oldest, ...more] = await this.monthsOver(before);
    if (!oldest) return { removed: 0, isDone: true };
    const row = await this.reader.row<{ removed: number }>(
      sql`select coalesce(drop_log_partition(${this.log}, ${oldest.month}::date), 0)::int as removed`,
    );
    return { removed: row?.removed ?? 0, isDone: more.length === 0 };
  }

  private monthsOver(before: Date): Promise<Month[]> {
    return this.reader.rows<Month>(sql`
      select month::text as month from (
        select to_date(right(c.relname, 7), 'YYYY_MM') as month from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = to_regclass(${this.log}) and c.relname ~ ${`^${this.log}_[0-9]{4}_[0-9]{2}$`}) months
      where (month + interval '1 month') at time zone 'UTC' <= least(${before.toISOString()}::timestamptz, now()) order by month`);
  }
}

@Retains()
@Injectable()
export class AuditLogRetention extends LogRetention {
  readonly kind = 'audit-logs';
  readonly description = 'Who changed what, by whole months, from the day it happened.';
  readonly defaultDays = 3_653;
  readonly minimumDays = 366;
  protected readonly log = 'audit_logs';

  constructor(reader: Reader) {
    super(reader);
  }
}

@Retains()
@Injectable()
export class SecurityLogRetention extends LogRetention {
  readonly kind = 'security-logs';
  readonly description =
    'What concerns security: sign-ins, refusals, changed passwords, by whole months, from the day it happened.';
  readonly defaultDays = 731;
  readonly minimumDays = 90;
  protected readonly log = 'security_logs';

  constructor(reader: Reader) {
    super(reader);
  }
}
