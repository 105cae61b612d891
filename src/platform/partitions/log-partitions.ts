import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Reader } from '../database/index.js';
import { Scheduled, type ScheduledCall } from '../schedule/index.js';

interface Log {
  readonly table: string;
  /** The time that decides on the month. */
  readonly column: string;
}

const MONTHS_AHEAD = 2;
const MONTH_NAME = /_(\d{4})_(\d{2})$/;

const monthOf = (from: Date, offset: number): Date => new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + offset, 1));
const nameOf = (table: string, month: Date): string => `${table}_${month.toISOString().slice(0, 7).replace('-', '_')}`;

/**
 * Logs are partitioned by month, each with a partition `<log>_rest` for what has none yet, so that nothing is refused
 * should this not have run for long. Which tables are logs, the database knows.
 */
@Injectable()
export class LogPartitions {
  constructor(private readonly reader: Reader) {}

  @Scheduled({ name: 'log-partitions.make', cron: '5 0 * * *', description: 'Makes the monthly partitions of logs two months ahead, and drops months that are over and empty.' })
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
      select c.relname as table, a.attname as column from pg_partitioned_table p join pg_class c on c.oid = p.partrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = p.partattrs[0]
      where p.partstrat = 'r' and p.partdefid <> 0 and c.relnamespace = 'public'::regnamespace order by 1`);
  }

  /** By its owner, which the application is not. */
  private async make({ table }: Log, month: Date): Promise<string[]> {
    const row = await this.reader.row<{ made: boolean }>(sql`select make_log_partition(${table}, ${month.toISOString().slice(0, 10)}::date) as made`);
    return row?.made ? [nameOf(table, month)] : [];
  }

  private async dropOver({ table }: Log, before: Date): Promise<string[]> {
    const children = await this.reader.rows<{ name: string }>(sql`select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = ${table}::regclass order by 1`);
    const over = children.filter(({ name }) => isBefore(name, before));
    const dropped: string[] = [];
    for (const { name } of over) if (await this.dropEmpty(table, name)) dropped.push(name);
    return dropped;
  }

  private async dropEmpty(log: string, name: string): Promise<boolean> {
    const row = await this.reader.row<{ dropped: boolean }>(sql`select drop_log_partition(${log}, ${name}) as dropped`);
    return row?.dropped ?? false;
  }
}

function isBefore(name: string, month: Date): boolean {
  const [, year, of] = MONTH_NAME.exec(name) ?? [];
  return year !== undefined && Date.UTC(Number(year), Number(of) - 1) < month.getTime();
}
