import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import {
  idsOf,
  KeepsPersonalTraces,
  lineOf,
  type ErasureLine,
  type Person,
  type PersonalTraces,
} from '../../../kernel/retention.js';
import { Database, Reader } from '../../../platform/database/index.js';

const BATCH = 5_000;
const FIRST = '00000000-0000-0000-0000-000000000000';
const MAY_GO = sql`m.resource_type in ('leads', 'contacts', 'activities') and m.resource_id not in (select id from held_leads where id is not null union select id from held_contacts where id is not null union select id from held_activities)
  and not exists (select 1 from events e where e.id = m.event_id and e.type like '%.purged')`;

interface Piece {
  readonly last: string | null;
  readonly changed: number;
}

/** What endpoints were sent of an erased person, and what they answered: deleted here, sent or not. */
@KeepsPersonalTraces()
@Injectable()
export class MessageTraces implements PersonalTraces {
  readonly resource = 'webhook-messages';

  constructor(
    private readonly reader: Reader,
    private readonly database: Database,
  ) {}

  async erase(person: Person, signal: AbortSignal): Promise<ErasureLine> {
    const ids = idsOf(person, 'leads', 'contacts', 'activities');
    let removed = 0;
    for (let at = 0; at < ids.length; at += BATCH) {
      signal.throwIfAborted();
      removed += await this.ofRecords(ids.slice(at, at + BATCH));
    }
    return lineOf(this.resource, {
      removed: removed + (person.email ? await this.byAddress(person.email, signal) : 0),
    });
  }

  /** Answers first: their endpoints may have echoed what they were sent. */
  private ofRecords(ids: readonly string[]): Promise<number> {
    return this.database.write(async () => {
      await this.reader.rows(sql`
        update webhook_attempts t set response_body = null from webhook_deliveries d join webhook_messages m on m.event_id = d.event_id
        where t.delivery_id = d.id and t.response_body is not null and m.resource_id = any(${[...ids]}::uuid[]) and ${MAY_GO}`);
      return (
        await this.reader.rows(
          sql`update webhook_messages m set body = null where m.resource_id = any(${[...ids]}::uuid[]) and m.body is not null and ${MAY_GO} returning 1`,
        )
      ).length;
    });
  }

  private async byAddress(email: string, signal: AbortSignal): Promise<number> {
    let changed = 0;
    for (let last: string | null = FIRST; last !== null;) {
      signal.throwIfAborted();
      const from: string = last;
      const piece = await this.database.write(() =>
        this.reader.row<Piece>(sql`
        with piece as (select event_id from webhook_messages where event_id > ${from}::uuid order by event_id limit ${sql.lit(BATCH)}),
        changed as (
          update webhook_messages m set body = null from piece where m.event_id = piece.event_id and m.body is not null and strpos(lower(m.body), ${email}) > 0 and ${MAY_GO} returning 1)
        select (select event_id from piece order by event_id desc limit 1) as last, (select count(*) from changed)::int as changed`),
      );
      last = piece?.last ?? null;
      changed += piece?.changed ?? 0;
    }
    return changed;
  }
}
