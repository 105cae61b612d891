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
} from '../../../kernel/records/retention.js';
import { Database, QueryRunner } from '../../../platform/database/index.js';

const BATCH = 5_000;
const FIRST = '00000000-0000-0000-0000-000000000000';
const CAN_BE_ERASED = sql`m.resource_type in ('leads', 'contacts', 'activities') and m.resource_id not in (select id
  from held_leads where id is not null union select id from held_contacts where id is not null
  union select id from held_activities)
  and not exists (select 1 from events e where e.id = m.event_id and e.type like '%.purged')`;

interface Piece {
  readonly last: string | null;
  readonly changed: number;
}

/** Deletes message bodies and responses that contain data of an erased person. */
@HasPersonalDataReferences()
@Injectable()
export class MessageReferences implements PersonalDataReferences {
  readonly resource = 'webhook-messages';

  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly database: Database,
  ) {}

  async erase(person: DataSubject, signal: AbortSignal): Promise<ErasureLine> {
    const ids = idsOf(person, 'leads', 'contacts', 'activities');
    let removed = 0;
    for (let at = 0; at < ids.length; at += BATCH) {
      signal.throwIfAborted();
      removed += await this.ofRecords(ids.slice(at, at + BATCH));
    }
    removed += await this.ofCopies(copiesOf(person));
    return lineOf(this.resource, {
      removed: removed + (person.email ? await this.byAddress(person.email, signal) : 0),
    });
  }

  /** Also deletes responses, because an endpoint may return parts of the request. */
  private ofRecords(ids: readonly string[]): Promise<number> {
    return this.database.write(async () => {
      await this.queryRunner.rows(sql`
        update webhook_attempts t set response_body = null from webhook_deliveries d join webhook_messages m
          on m.event_id = d.event_id
        where t.delivery_id = d.id and t.response_body is not null and m.resource_id = any(${[...ids]}::uuid[])
          and ${CAN_BE_ERASED}`);
      return (
        await this.queryRunner.rows(
          sql`update webhook_messages m set body = null where m.resource_id = any(${[...ids]}::uuid[]) and m.body
            is not null and ${CAN_BE_ERASED} returning 1`,
        )
      ).length;
    });
  }

  /** Deletes messages about retained records that contain the copied text. Compares the text as JSON without quotes. */
  private ofCopies(copies: string): Promise<number> {
    return this.database.write(async () => {
      const erased = await this.queryRunner.rows<{ id: string }>(sql`
        update webhook_messages m set body = null from jsonb_to_recordset(${copies}::jsonb) as c (id uuid, copied jsonb)
        where m.resource_id = c.id and m.body is not null
          and exists (
            select from jsonb_array_elements(c.copied) x
            where strpos(m.body, substr(x::text, 2, length(x::text) - 2)) > 0)
        returning m.event_id as id`);
      await this.queryRunner.rows(sql`
        update webhook_attempts t set response_body = null from webhook_deliveries d
        where t.delivery_id = d.id and t.response_body is not null
          and d.event_id = any(${erased.map(({ id }) => id)}::uuid[])`);
      return erased.length;
    });
  }

  private async byAddress(email: string, signal: AbortSignal): Promise<number> {
    let changed = 0;
    for (let last: string | null = FIRST; last !== null;) {
      signal.throwIfAborted();
      const from: string = last;
      const piece = await this.database.write(() =>
        this.queryRunner.row<Piece>(sql`
        with piece as (select event_id from webhook_messages where event_id > ${from}::uuid order by event_id
          limit ${sql.lit(BATCH)}),
        changed as (
          update webhook_messages m set body = null from piece where m.event_id = piece.event_id and m.body is not null
            and strpos(lower(m.body), ${email}) > 0 and ${CAN_BE_ERASED} returning 1)
        select (select event_id from piece order by event_id desc limit 1) as last, (select count(*) from changed)::int
          as changed`),
      );
      last = piece?.last ?? null;
      changed += piece?.changed ?? 0;
    }
    return changed;
  }
}
