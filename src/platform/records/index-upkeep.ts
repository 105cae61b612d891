import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { isTooSlow, Reader } from '../database/index.js';
import { Scheduled, type ScheduledCall } from '../schedule/index.js';

const GIN_INDEXES = sql`
  select i.oid::regclass::text as name from pg_class i join pg_am m on m.oid = i.relam
  where m.amname = 'gin' and i.relkind = 'i' and i.relnamespace = 'public'::regnamespace order by 1`;

/**
 * What is written goes to a list beside each GIN index first, and every search reads that list from beginning to end. An autovacuum
 * comes once a fifth of the table is new; until then a search of a large table would take longer with every write.
 */
@Injectable()
export class IndexUpkeep {
  constructor(private readonly reader: Reader) {}

  @Scheduled({
    name: 'indexes.settle',
    cron: '* * * * *',
    description: 'Puts what was written lately where searches find it fast.',
  })
  async settle({ signal }: Partial<ScheduledCall> = {}): Promise<object> {
    let pages = 0;
    for (const { name } of await this.reader.rows<{ name: string }>(GIN_INDEXES)) {
      signal?.throwIfAborted();
      pages += await this.pagesOf(name);
    }
    return { pages };
  }

  /** Of a list that takes longer than a statement may, what was put away stays so, and the rest waits for the next time. */
  private async pagesOf(index: string): Promise<number> {
    try {
      return (
        (await this.reader.row<{ pages: number }>(sql`select empty_pending_list(${index}::regclass) as pages`))
          ?.pages ?? 0
      );
    } catch (error) {
      if (isTooSlow(error)) return 0;
      throw error;
    }
  }
}
