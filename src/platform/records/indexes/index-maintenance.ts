import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { isTooSlow, QueryRunner } from '../../database/index.js';
import { Scheduled, type ScheduledCall } from '../../schedule/index.js';

const GIN_INDEXES = sql`
  select i.oid::regclass::text as name from pg_class i join pg_am m on m.oid = i.relam
  where m.amname = 'gin' and i.relkind = 'i' and i.relnamespace = 'public'::regnamespace order by 1`;

/**
 * Flushes the pending lists of GIN indexes every minute, because every search scans the pending lists. Autovacuum runs
 * too rarely: after 20 % of a table is new.
 */
@Injectable()
export class IndexMaintenance {
  constructor(private readonly queryRunner: QueryRunner) {}

  @Scheduled({
    name: 'indexes.flush-pending-lists',
    cron: '* * * * *',
    description: 'Merges recent index entries into the main part of the search indexes.',
  })
  async flushPendingLists({ signal }: Partial<ScheduledCall> = {}): Promise<object> {
    let pages = 0;
    for (const { name } of await this.queryRunner.rows<{ name: string }>(GIN_INDEXES)) {
      signal?.throwIfAborted();
      pages += await this.pagesOf(name);
    }
    return { pages };
  }

  /** On a statement timeout, the flushed entries stay flushed. The next run continues. */
  private async pagesOf(index: string): Promise<number> {
    try {
      return (
        (await this.queryRunner.row<{ pages: number }>(sql`select empty_pending_list(${index}::regclass) as pages`))
          ?.pages ?? 0
      );
    } catch (error) {
      if (isTooSlow(error)) return 0;
      throw error;
    }
  }
}
