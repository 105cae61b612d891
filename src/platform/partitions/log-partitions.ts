import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database, Reader } from '../database/index.js';
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
  constructor(
    private readonly reader: Reader,
    private readonly database: Database,
  ) {}

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

  /** What was written for the month before it had a partition is moved into it. */
  private make({ table, column }: Log, month: Date): Promise<string[]> {
    const [name, rest, at] = [nameOf(table, month), `${table}_rest`, sql.id(column)];
    const [from, to] = [sql.lit(month.toISOString()), sql.lit(monthOf(month, 1).toISOString())];
    return this.database.write(async () => {
      if (await this.reader.row(sql`select 1 from pg_class where relname = ${name} and relnamespace = 'public'::regnamespace`)) return [];
      await this.reader.rows(sql`lock table ${sql.id(rest)} in access exclusive mode`);
      await this.reader.rows(sql`create table ${sql.id(name)} (like ${sql.id(table)} including all)`);
      await this.reader.rows(sql`with moved as (delete from ${sql.id(rest)} where ${at} >= ${from} and ${at} < ${to} returning *) insert into ${sql.id(name)} select * from moved`);
      await this.reader.rows(sql`alter table ${sql.id(table)} attach partition ${sql.id(name)} for values from (${from}) to (${to})`);
      return [name];
    });
  }

  private async dropOver({ table }: Log, before: Date): Promise<string[]> {
    const children = await this.reader.rows<{ name: string }>(sql`select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = ${table}::regclass order by 1`);
    const over = children.filter(({ name }) => isBefore(name, before));
    const dropped: string[] = [];
    for (const { name } of over) if (await this.dropEmpty(name)) dropped.push(name);
    return dropped;
  }

  private dropEmpty(name: string): Promise<boolean> {
    return this.database.write(async () => {
      await this.reader.rows(sql`lock table ${sql.id(name)} in access exclusive mode`);
      if (await this.reader.row(sql`select 1 from ${sql.id(name)} limit 1`)) return false;
      await this.reader.rows(sql`drop table ${sql.id(name)}`);
      return true;
    });
  }
}

function isBefore(name: string, month: Date): boolean {
  const [, year, of] = MONTH_NAME.exec(name) ?? [];
  return year !== undefined && Date.UTC(Number(year), Number(of) - 1) < month.getTime();
}
