import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import {
  idsOf,
  KeepsPersonalTraces,
  lineOf,
  type ErasureLine,
  type Person,
  type PersonalTraces,
} from '../../kernel/retention.js';
import { Database, Reader } from '../../platform/database/index.js';

const BATCH = 5_000;
/** That something happened stays, and to which record; what it was does not. */
const ERASED = sql`jsonb_build_object('resourceType', e.resource_type, 'resourceId', e.resource_id, 'erased', true)`;
const STILL_TELLS = sql`e.type not like '%.purged' and not e.payload ? 'erased' and e.resource_id not in (select id from held_leads where id is not null union select id from held_contacts where id is not null union select id from held_activities)`;

interface Piece {
  readonly last: number | null;
  readonly changed: number;
}

/** Events carry whole records: those of an erased person keep their place in the feed and lose what they tell. */
@KeepsPersonalTraces()
@Injectable()
export class EventTraces implements PersonalTraces {
  readonly resource = 'events';

  constructor(
    private readonly reader: Reader,
    private readonly database: Database,
  ) {}

  async erase(person: Person, signal: AbortSignal): Promise<ErasureLine> {
    const ids = idsOf(person, 'leads', 'contacts', 'activities');
    let anonymised = 0;
    for (let at = 0; at < ids.length; at += BATCH) {
      signal.throwIfAborted();
      anonymised += await this.ofRecords(ids.slice(at, at + BATCH));
    }
    return lineOf(this.resource, {
      anonymised: anonymised + (person.email ? await this.byAddress(person.email, signal) : 0),
    });
  }

  private ofRecords(ids: readonly string[]): Promise<number> {
    return this.database.write(
      async () =>
        (
          await this.reader.rows(
            sql`update events e set payload = ${ERASED} where e.resource_id = any(${[...ids]}::uuid[]) and ${STILL_TELLS} returning 1`,
          )
        ).length,
    );
  }

  /** Of records that were removed before: nothing leads to their events any more but the address itself. */
  private async byAddress(email: string, signal: AbortSignal): Promise<number> {
    let changed = 0;
    for (let last: number | null = 0; last !== null;) {
      signal.throwIfAborted();
      const from: number = last;
      const piece = await this.database.write(() =>
        this.reader.row<Piece>(sql`
        with piece as (select sequence from events where sequence > ${from}::bigint order by sequence limit ${sql.lit(BATCH)}),
        changed as (
          update events e set payload = ${ERASED} from piece where e.sequence = piece.sequence and e.resource_type in ('leads', 'contacts', 'activities') and strpos(lower(e.payload::text), ${email}) > 0 and ${STILL_TELLS} returning 1)
        select (select max(sequence) from piece)::float8 as last, (select count(*) from changed)::int as changed`),
      );
      last = piece?.last ?? null;
      changed += piece?.changed ?? 0;
    }
    return changed;
  }
}
