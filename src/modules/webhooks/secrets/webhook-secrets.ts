import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { newId } from '../../../kernel/entity.js';
import { Conflict } from '../../../kernel/errors.js';
import { defineSealedColumn, Vault } from '../../../platform/crypto/index.js';
import { Reader } from '../../../platform/database/index.js';
import { keyOf, makeSecret, requireStrongSecret } from './secret-format.js';

/** A secret as it is stored. */
export interface SealedSecret {
  readonly id: string;
  readonly sealed: string;
}

const MOST_AT_ONCE = 10;
const MOST_KEPT = 5_000;
const placeOf = (id: string) => ({ table: 'webhook_secrets', column: 'secret', id });
defineSealedColumn({ table: 'webhook_secrets', column: 'secret', idColumn: 'id', isJson: false });

/** The secrets of endpoints. Several are valid at once while one takes over from another. */
@Injectable()
export class WebhookSecrets {
  private readonly opened = new Map<string, Buffer>();

  constructor(
    private readonly reader: Reader,
    private readonly vault: Vault,
  ) {}

  /** Gives the secret, which is made where none was given. Inside the unit of work that makes the endpoint. */
  async add(webhookId: string, given?: string): Promise<string> {
    if (given !== undefined) requireStrongSecret(given);
    const secret = given ?? makeSecret();
    const id = newId();
    await this.reader.rows(sql`
      insert into webhook_secrets (id, webhook_id, secret, last4, created_at) values (${id}, ${webhookId}, ${this.vault.seal(secret, placeOf(id))}, ${secret.slice(-4)}, clock_timestamp())`);
    return secret;
  }

  /** Inside a unit of work that holds the endpoint's lock, so that rotations come one after the other. */
  async rotate(webhookId: string, given: string | undefined, overlapDays: number): Promise<string> {
    await this.reader.rows(sql`delete from webhook_secrets where webhook_id = ${webhookId} and expires_at <= now()`);
    const [{ living }] = (await this.reader.rows<{ living: number }>(
      sql`select count(*)::int as living from webhook_secrets where webhook_id = ${webhookId}`,
    )) as [{ living: number }];
    if (overlapDays > 0 && living >= MOST_AT_ONCE)
      throw new Conflict(
        'too-many-secrets',
        `The webhook has ${living} valid secrets: rotate with overlapDays 0, or wait until some have expired.`,
      );
    // Zero ends all at once: whoever rotates because a secret leaked does not want the ones before it either.
    await (overlapDays === 0
      ? this.reader.rows(sql`delete from webhook_secrets where webhook_id = ${webhookId}`)
      : this.reader.rows(
          sql`update webhook_secrets set expires_at = now() + make_interval(days => ${overlapDays}::int) where webhook_id = ${webhookId} and expires_at is null`,
        ));
    return this.add(webhookId, given);
  }

  /** The keys in the order of the secrets. Opened once a secret. */
  keys(secrets: readonly SealedSecret[]): Buffer[] {
    return secrets.map(({ id, sealed }) => {
      const known = this.opened.get(id);
      if (known) return known;
      const key = keyOf(this.vault.open(sealed, placeOf(id)));
      if (this.opened.size >= MOST_KEPT) this.opened.clear();
      this.opened.set(id, key);
      return key;
    });
  }
}
