import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { sql } from 'kysely';
import { QueryRunner } from '../../../platform/database/index.js';

interface Use {
  readonly at: number;
  readonly ip: string | null;
}

const MINUTE = 60_000;

/** Collects the last use of each key in memory and writes the times once a minute. A stored time never decreases. */
@Injectable()
export class LastUse implements BeforeApplicationShutdown {
  private readonly log = new Logger(LastUse.name);
  private uses = new Map<string, Use>();

  constructor(private readonly queryRunner: QueryRunner) {}

  note(id: string, ip: string | null): void {
    this.uses.set(id, { at: Date.now(), ip });
  }

  @Interval(MINUTE)
  async flush(): Promise<void> {
    if (this.uses.size === 0) return;
    const uses = [...this.uses].map(([id, use]) => ({ id, ip: use.ip, at: new Date(use.at).toISOString() }));
    this.uses = new Map();
    await this.queryRunner.rows(sql`
      update api_keys k set last_used_at = u.at, last_used_ip = u.ip
      from jsonb_to_recordset(${JSON.stringify(uses)}::jsonb) as u(id uuid, at timestamptz, ip inet)
      where k.id = u.id and (k.last_used_at is null or k.last_used_at < u.at)`);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.flush().catch((error: unknown) =>
      this.log.warn(`The last uses of API keys were not written: ${String(error)}`),
    );
  }
}
