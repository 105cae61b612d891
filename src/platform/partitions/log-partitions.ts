import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database, QueryRunner } from '../database/index.js';
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
 * Creates monthly log partitions. The partition `<log>_rest` takes rows without a monthly partition, so that inserts
 * never fail. The logs are found in the system catalog.
 */
@Injectable()
export class LogPartitions {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly database: Database,
  ) {}

  @Scheduled({
    name: 'log-partitions.make',
    cron: '5 0 * * *',
    description: 'Creates monthly log partitions two months ahead and drops empty partitions of past months.',
  })
  async run({ slotAt, signal }: ScheduledCall): Promise<object> {
    const [created, dropped]: [string[], string[]] = [[], []];
    for (const log of await this.logs()) {
      for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead += 1) {
        signal.throwIfAborted();
        created.push(...(await this.create(log, monthOf(slotAt, ahead))));
      }
      dropped.push(...(await this.dropOver(log, monthOf(slotAt, -1))));
    }
    return { created, dropped };
  }

  private logs(): Promise<Log[]> {
    return this.queryRunner.rows<Log>(sql`
      select c.relname as table from pg_partitioned_table p join pg_class c on c.oid = p.partrelid
      where p.partstrat = 'r' and p.partdefid <> 0 and c.relnamespace = 'public'::regnamespace order by 1`);
  }

  /** Uses a database function, because the application does not own the log tables and must not delete rows of logs. */
  private create({ table }: Log, month: Date): Promise<string[]> {
    return this.database.write(async () => {
      const row = await this.queryRunner.row<{ created: string | null }>(
        sql`select create_log_partition(${table}, ${dayOf(month)}::date) as created`,
      );
      return row?.created ? [row.created] : [];
    });
  }

  private async dropOver({ table }: Log, before: Date): Promise<string[]> {
    const children = await this.queryRunner.rows<{ name: string }>(
      sql`select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = ${table}::regclass order by 1`,
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
      const row = await this.queryRunner.row<{ rows: number | null }>(
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
