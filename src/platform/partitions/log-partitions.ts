import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database, Reader } from '../database/index.js';
import { Scheduled, type ScheduledCall } from '../schedule/index.js';

interface Log {
  readonly table: string;
}

const MONTHS_AHEAD = 2;
const MONTH_NAME = /_(\d{4})_(\d{2})$/;

const monthOf = (from: Date, offset: number): Date =>
  new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + offset, 1));
const dayOf = (month: Date): string => month.toISOString().slice(0, 10);

/**
 * Logs are partitioned by month, each with a partition `<log>_rest` for what has none yet, so that nothing is refused
 * should this not have run for long. Which tables are logs, the database knows.
 */
@Injectable()
export class LogPartitions {
  constructor(
    private readonly reader: Reader,
    private readonly database: Database,
  ) {}

  @Scheduled({
    name: 'log-partitions.make',
    cron: '5 0 * * *',
    description: 'Makes the monthly partitions of logs two months ahead, and drops months that are over and empty.',
  })
  async run({ slotAt, signal }: ScheduledCall): Promise<object> {
    const [made, dropped]: [string[], string[]] = [[], []];
    for (const log of await this.logs()) {
      for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead += 1) {
        signal.throwIfAborted();
        made.push(...(await this.make(log, monthOf(slotAt, ahead))));
      }
      dropped.push(...(await this.dropOver(log, monthOf(slotAt, -1))));
    }
    return { made, dropped };
  }

  private logs(): Promise<Log[]> {
    return this.reader.rows<Log>(sql`
      select c.relname as table from pg_partitioned_table p join pg_class c on c.oid = p.partrelid
      where p.partstrat = 'r' and p.partdefid <> 0 and c.relnamespace = 'public'::regnamespace order by 1`);
  }

  /** The database makes it: the application need not own a log, and no row of one that only grows is deleted on the way. */
  private make({ table }: Log, month: Date): Promise<string[]> {
    return this.database.write(async () => {
      const row = await this.reader.row<{ made: string | null }>(
        sql`select make_log_partition(${table}, ${dayOf(month)}::date) as made`,
      );
      return row?.made ? [row.made] : [];
    });
  }

  private async dropOver({ table }: Log, before: Date): Promise<string[]> {
    const children = await this.reader.rows<{ name: string }>(
      sql`select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = ${table}::regclass order by 1`,
    );
    const over = children
      .map(({ name }) => ({ name, month: monthIn(name) ?? before }))
      .filter(({ month }) => month.getTime() < before.getTime());
    const dropped: string[] = [];
    for (const { name, month } of over) if (await this.dropEmpty(table, month)) dropped.push(name);
    return dropped;
  }

  private dropEmpty(table: string, month: Date): Promise<boolean> {
    return this.database.write(async () => {
      const row = await this.reader.row<{ rows: number | null }>(
        sql`select drop_log_partition(${table}, ${dayOf(month)}::date, true)::int as rows`,
      );
      return row?.rows === 0;
    });
  }
}

function monthIn(name: string): Date | undefined {
  const [, year, of] = MONTH_NAME.exec(name) ?? [];
  return year === undefined ? undefined : new Date(Date.UTC(Number(year), Number(of) - 1));
}
