import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { KeepsPersonalTraces, lineOf, type ErasureLine, type Person, type PersonalTraces, type RecordRef } from '../../../kernel/retention.js';
import { Database, Reader } from '../../../platform/database/index.js';

const BATCH = 1_000;

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
    const row = await this.reader.row<Counted>(sql`select count(*)::int as count from security_logs where user_email = ${email}`);
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

  async erase({ records }: Person, signal: AbortSignal): Promise<ErasureLine> {
    const row = await this.reader.row<{ kept: boolean }>(sql`select to_regprocedure('erase_from_audit(text, text)') is not null as kept`);
    let anonymised = 0;
    for (let at = 0; row?.kept && at < records.length; at += BATCH) {
      signal.throwIfAborted();
      anonymised += await this.ofRecords(records.slice(at, at + BATCH));
    }
    return lineOf(this.resource, { anonymised });
  }

  private ofRecords(records: readonly RecordRef[]): Promise<number> {
    return this.database.write(async () => {
      const row = await this.reader.row<Counted>(sql`
        select coalesce(sum(erase_from_audit(r.resource, r.id)), 0)::int as count from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r (resource text, id text)`);
      return row?.count ?? 0;
    });
  }
}
