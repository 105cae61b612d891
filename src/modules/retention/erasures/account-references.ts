import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import {
  HasPersonalDataReferences,
  lineOf,
  type ErasureLine,
  type DataSubject,
  type PersonalDataReferences,
  type RecordRef,
} from '../../../kernel/records/retention.js';
import { Database, QueryRunner } from '../../../platform/database/index.js';

const BATCH = 1_000;

/** Position in the audit log. */
interface LogPosition {
  readonly at: string;
  readonly id: string;
}

interface Piece {
  readonly last: LogPosition | null;
  readonly found: readonly RecordRef[];
}

const FIRST: LogPosition = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

interface Counted {
  readonly count: number;
}

/** Keeps and reports user accounts. To remove an account, delete the user. */
@HasPersonalDataReferences()
@Injectable()
export class UserAccountReferences implements PersonalDataReferences {
  readonly resource = 'users';

  constructor(private readonly queryRunner: QueryRunner) {}

  async erase({ email }: DataSubject): Promise<ErasureLine> {
    const row = await this.queryRunner.row<Counted>(
      sql`select count(*)::int as count from users where email = ${email}`,
    );
    return lineOf(this.resource, row?.count ? { retained: row.count, reason: 'user-account' } : {});
  }
}

/** Keeps and reports security events for the period of their policy. Otherwise, an attacker could erase evidence. */
@HasPersonalDataReferences()
@Injectable()
export class SecurityLogReferences implements PersonalDataReferences {
  readonly resource = 'security-logs';

  constructor(private readonly queryRunner: QueryRunner) {}

  async erase({ email }: DataSubject): Promise<ErasureLine> {
    const row = await this.queryRunner.row<Counted>(
      sql`select count(*)::int as count from security_logs where user_email = ${email}`,
    );
    return lineOf(this.resource, row?.count ? { retained: row.count, reason: 'security-record' } : {});
  }
}

/** Removes the values from audit log entries. The entries, the actors and the record ids remain. */
@HasPersonalDataReferences()
@Injectable()
export class AuditLogReferences implements PersonalDataReferences {
  readonly resource = 'audit-logs';

  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly database: Database,
  ) {}

  async erase({ records: found, email }: DataSubject, signal: AbortSignal): Promise<ErasureLine> {
    const row = await this.queryRunner.row<{ canErase: boolean }>(
      sql`select to_regprocedure('erase_from_audit(text, text)') is not null as "canErase"`,
    );
    const records = row?.canErase && email ? [...found, ...(await this.byAddress(email, signal))] : found;
    let anonymised = 0;
    for (let at = 0; row?.canErase && at < records.length; at += BATCH) {
      signal.throwIfAborted();
      anonymised += await this.ofRecords(records.slice(at, at + BATCH));
    }
    return lineOf(this.resource, { anonymised });
  }

  /** Returns records that were already removed. Only the e-mail address in the log still refers to the person. */
  private async byAddress(email: string, signal: AbortSignal): Promise<RecordRef[]> {
    const found = new Map<string, RecordRef>();
    for (let last: LogPosition | null = FIRST; last !== null;) {
      signal.throwIfAborted();
      const from: LogPosition = last;
      const piece = await this.queryRunner.row<Piece>(sql`
        with piece as (select created_at, id, resource_type, resource_id, changes from audit_logs
          where (created_at, id) > (${from.at}::timestamptz, ${from.id}::uuid) order by created_at, id
          limit ${sql.lit(BATCH)})
        select (select json_build_object('at', created_at, 'id', id) from piece order by created_at desc, id desc
          limit 1) as last,
          coalesce((select json_agg(distinct jsonb_build_object('resource', resource_type, 'id', resource_id))
            from piece
            where resource_type in ('leads', 'contacts', 'activities') and strpos(lower(changes::text), ${email}) > 0
              and resource_id not in (select id::text from held_leads where id is not null union select id::text
                from held_contacts where id is not null union select id::text from held_activities)), '[]') as found`);
      for (const record of piece?.found ?? []) found.set(record.id, record);
      last = piece?.last ?? null;
    }
    return [...found.values()];
  }

  private ofRecords(records: readonly RecordRef[]): Promise<number> {
    return this.database.write(async () => {
      const row = await this.queryRunner.row<Counted>(sql`
        select coalesce(sum(erase_from_audit(r.resource, r.id)), 0)::int as count
          from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r (resource text, id text)`);
      return row?.count ?? 0;
    });
  }
}
