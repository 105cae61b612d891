import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Reader } from '../database/index.js';

export interface StepTicket {
  readonly credential: string;
  readonly key: string;
  readonly fingerprint: string;
}

const leaseEnd = sql`now() + interval '60 seconds'`;
const isKey = ({ credential, key }: StepTicket) => sql`credential = ${credential} and key = ${key}`;

/** The lease on an Idempotency-Key whose request works in several transactions. */
@Injectable()
export class StepLease {
  constructor(private readonly reader: Reader) {}

  /** Gives the owner's token. A key whose owner died before it had committed anything is as good as unused. */
  async take({ credential, key, fingerprint }: StepTicket): Promise<string | undefined> {
    const token = randomUUID();
    const taken = await this.reader.row(sql`
      insert into idempotency_keys as k (credential, key, fingerprint, lease_token, lease_until) values (${credential}, ${key}, ${fingerprint}, ${token}, ${leaseEnd})
      on conflict (credential, key) do update set lease_token = excluded.lease_token, lease_until = excluded.lease_until
      where k.status is null and k.lease_until <= now() and not k.has_effects and k.fingerprint = excluded.fingerprint returning 1 as taken`);
    return taken ? token : undefined;
  }

  async renew(ticket: StepTicket, token: string): Promise<void> {
    await this.reader.rows(
      sql`update idempotency_keys set lease_until = ${leaseEnd} where ${isKey(ticket)} and lease_token = ${token} and status is null`,
    );
  }

  /** In the transaction of an effect: says that there is one, and whether the key is still the owner's. */
  async note(ticket: StepTicket, token: string): Promise<boolean> {
    return (
      (await this.reader.row(
        sql`update idempotency_keys set has_effects = true, lease_until = ${leaseEnd} where ${isKey(ticket)} and lease_token = ${token} returning 1 as held`,
      )) !== undefined
    );
  }

  /** After a failure. Without effects the key is free; with some, what was done is not known. */
  async giveBack(ticket: StepTicket, token: string): Promise<void> {
    const own = sql`${isKey(ticket)} and lease_token = ${token} and status is null`;
    await this.reader.rows(sql`
      with freed as (delete from idempotency_keys where ${own} and not has_effects) update idempotency_keys set lease_until = now() where ${own} and has_effects`);
  }
}
