import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { QueryRunner } from '../../database/index.js';

export interface StepTicket {
  readonly credential: string;
  readonly key: string;
  readonly fingerprint: string;
}

const leaseEnd = sql`now() + interval '60 seconds'`;
const isKey = ({ credential, key }: StepTicket) => sql`credential = ${credential} and key = ${key}`;

/** The lease of an Idempotency-Key for a request with several transactions. */
@Injectable()
export class StepLease {
  constructor(private readonly queryRunner: QueryRunner) {}

  /** Returns the token of the owner. A key can be taken again if its owner ended before the first commit. */
  async take({ credential, key, fingerprint }: StepTicket): Promise<string | undefined> {
    const token = randomUUID();
    const taken = await this.queryRunner.row(sql`
      insert into idempotency_keys as k (credential, key, fingerprint, lease_token, lease_until)
        values (${credential}, ${key}, ${fingerprint}, ${token}, ${leaseEnd})
      on conflict (credential, key) do update set lease_token = excluded.lease_token, lease_until = excluded.lease_until
      where k.status is null and k.lease_until <= now() and not k.has_effects and k.fingerprint = excluded.fingerprint
        returning 1 as taken`);
    return taken ? token : undefined;
  }

  async renew(ticket: StepTicket, token: string): Promise<void> {
    await this.queryRunner.rows(
      sql`update idempotency_keys set lease_until = ${leaseEnd} where ${isKey(ticket)} and lease_token = ${token}
        and status is null`,
    );
  }

  /** Runs in the transaction of an effect. Records the effect and returns whether the owner still holds the key. */
  async note(ticket: StepTicket, token: string): Promise<boolean> {
    return (
      (await this.queryRunner.row(
        sql`update idempotency_keys set has_effects = true, lease_until = ${leaseEnd} where ${isKey(ticket)}
          and lease_token = ${token} returning 1 as held`,
      )) !== undefined
    );
  }

  /** Runs after a failure. Without effects the key becomes free. With effects, the result is unknown. */
  async giveBack(ticket: StepTicket, token: string): Promise<void> {
    const own = sql`${isKey(ticket)} and lease_token = ${token} and status is null`;
    await this.queryRunner.rows(sql`
      with freed as (delete from idempotency_keys where ${own} and not has_effects) update idempotency_keys
        set lease_until = now() where ${own} and has_effects`);
  }
}
