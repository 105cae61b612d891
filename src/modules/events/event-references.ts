import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import {
  copiesOf,
  idsOf,
  HasPersonalDataReferences,
  lineOf,
  type ErasureLine,
  type DataSubject,
  type PersonalDataReferences,
} from '../../kernel/records/retention.js';
import { Database, QueryRunner } from '../../platform/database/index.js';

const BATCH = 5_000;
/** Payload of an erased event: only the record type and the record id remain. */
const ERASED = sql`jsonb_build_object('resourceType', e.resource_type, 'resourceId', e.resource_id, 'erased', true)`;
const STILL_REFERENCES = sql`e.type not like '%.purged' and not e.payload ? 'erased' and e.resource_id not in (select id
  from held_leads where id is not null union select id from held_contacts where id
  is not null union select id from held_activities)`;

interface Piece {
  readonly last: number | null;
  readonly changed: number;
}

/** Removes the content of events about an erased person. The events keep their sequence numbers in the feed. */
@HasPersonalDataReferences()
@Injectable()
export class EventReferences implements PersonalDataReferences {
  readonly resource = 'events';

  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly database: Database,
  ) {}

  async erase(person: DataSubject, signal: AbortSignal): Promise<ErasureLine> {
    const ids = idsOf(person, 'leads', 'contacts', 'activities');
    let anonymised = 0;
    for (let at = 0; at < ids.length; at += BATCH) {
      signal.throwIfAborted();
      anonymised += await this.ofRecords(ids.slice(at, at + BATCH));
    }
    anonymised += await this.ofCopies(copiesOf(person));
    return lineOf(this.resource, {
      anonymised: anonymised + (person.email ? await this.byAddress(person.email, signal) : 0),
    });
  }

  private ofRecords(ids: readonly string[]): Promise<number> {
    return this.database.write(
      async () =>
        (
          await this.queryRunner.rows(
            sql`update events e set payload = ${ERASED} where e.resource_id = any(${[...ids]}::uuid[])
              and ${STILL_REFERENCES} returning 1`,
          )
        ).length,
    );
  }

  /** Erases events of remaining records that contain the copied text, as the text is escaped in JSON. */
  private ofCopies(copies: string): Promise<number> {
    return this.database.write(
      async () =>
        (
          await this.queryRunner.rows(sql`
      update events e set payload = ${ERASED} from jsonb_to_recordset(${copies}::jsonb) as c (id uuid, copied jsonb)
      where e.resource_id = c.id and ${STILL_REFERENCES}
        and exists (
          select from jsonb_array_elements(c.copied) x
          where strpos(e.payload::text, substr(x::text, 2, length(x::text) - 2)) > 0)
      returning 1`)
        ).length,
    );
  }

  /** Erases events of records that were already removed. Only the e-mail address still refers to the person. */
  private async byAddress(email: string, signal: AbortSignal): Promise<number> {
    let changed = 0;
    for (let last: number | null = 0; last !== null;) {
      signal.throwIfAborted();
      const from: number = last;
      const piece = await this.database.write(() =>
        this.queryRunner.row<Piece>(sql`
        with piece as (select sequence from events where sequence > ${from}::bigint order by sequence
          limit ${sql.lit(BATCH)}),
        changed as (
          update events e set payload = ${ERASED} from piece where e.sequence = piece.sequence and e.resource_type
            in ('leads', 'contacts', 'activities') and strpos(lower(e.payload::text), ${email}) > 0
            and ${STILL_REFERENCES} returning 1)
        select (select max(sequence) from piece)::float8 as last, (select count(*) from changed)::int as changed`),
      );
      last = piece?.last ?? null;
      changed += piece?.changed ?? 0;
    }
    return changed;
  }
}
