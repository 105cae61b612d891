import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import {
  KeepsPersonalTraces,
  lineOf,
  type ErasureLine,
  type Person,
  type PersonalTraces,
  type RecordRef,
} from '../../../kernel/retention.js';
import { Database, Reader } from '../../../platform/database/index.js';

const BATCH = 1_000;

/** A place in the log. */
interface Place {
  readonly at: string;
  readonly id: string;
}

interface Piece {
  readonly last: Place | null;
  readonly found: readonly RecordRef[];
}

const FIRST: Place = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

interface Counted {
  readonly count: number;
}

/** The account of somebody who works here is no lead: it is deleted by deleting the user. */
@KeepsPersonalTraces()
@Injectable()
export class UserAccountTraces implements PersonalTraces {
  readonly resource = 'users';

  constructor(private readonly reader: Reader) {}

  async erase({ email }: Person): Promise<ErasureLine> {
    const row = await this.reader.row<Counted>(sql`select count(*)::int as count from users where email = ${email}`);
    return lineOf(this.resource, row?.count ? { kept: row.count, reason: 'user-account' } : {});
  }
}

/** Who tried to sign in must stay known for as long as the policy says: an attacker could erase the trail else. */
@KeepsPersonalTraces()
@Injectable()
export class SecurityLogTraces implements PersonalTraces {
  readonly resource = 'security-logs';

  constructor(private readonly reader: Reader) {}

  async erase({ email }: Person): Promise<ErasureLine> {
    const row = await this.reader.row<Counted>(
      sql`select count(*)::int as count from security_logs where user_email = ${email}`,
    );
    return lineOf(this.resource, row?.count ? { kept: row.count, reason: 'security-record' } : {});
  }
}

/** The audit log only grows; that something was done stays, and by whom, and what it was done to loses its values. */
@KeepsPersonalTraces()
@Injectable()
export class AuditLogTraces implements PersonalTraces {
  readonly resource = 'audit-logs';

  constructor(
    private readonly reader: Reader,
    private readonly database: Database,
  ) {}

  async erase({ records: found, email }: Person, signal: AbortSignal): Promise<ErasureLine> {
    const row = await this.reader.row<{ kept: boolean }>(
      sql`select to_regprocedure('erase_from_audit(text, text)') is not null as kept`,
    );
    const records = row?.kept && email ? [...found, ...(await this.byAddress(email, signal))] : found;
    let anonymised = 0;
    for (let at = 0; row?.kept && at < records.length; at += BATCH) {
      signal.throwIfAborted();
      anonymised += await this.ofRecords(records.slice(at, at + BATCH));
    }
    return lineOf(this.resource, { anonymised });
  }

  /** Records that were removed before: nothing leads to what the log tells of them but the address itself. */
  private async byAddress(email: string, signal: AbortSignal): Promise<RecordRef[]> {
    const found = new Map<string, RecordRef>();
    for (let last: Place | null = FIRST; last !== null;) {
      signal.throwIfAborted();
      const from: Place = last;
      const piece = await this.reader.row<Piece>(sql`
        with piece as (select created_at, id, resource_type, resource_id, changes from audit_logs where (created_at, id) > (${from.at}::timestamptz, ${from.id}::uuid) order by created_at, id limit ${sql.lit(BATCH)})
        select (select json_build_object('at', created_at, 'id', id) from piece order by created_at desc, id desc limit 1) as last,
          coalesce((select json_agg(distinct jsonb_build_object('resource', resource_type, 'id', resource_id)) from piece
            where resource_type in ('leads', 'contacts', 'activities') and strpos(lower(changes::text), ${email}) > 0
              and resource_id not in (select id::text from held_leads where id is not null union select id::text from held_contacts where id is not null union select id::text from held_activities)), '[]') as found`);
      for (const record of piece?.found ?? []) found.set(record.id, record);
      last = piece?.last ?? null;
    }
    return [...found.values()];
  }

  private ofRecords(records: readonly RecordRef[]): Promise<number> {
    return this.database.write(async () => {
      const row = await this.reader.row<Counted>(sql`
        select coalesce(sum(erase_from_audit(r.resource, r.id)), 0)::int as count from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r (resource text, id text)`);
      return row?.count ?? 0;
    });
  }
}
