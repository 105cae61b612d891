import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { newId } from '../../../kernel/entity.js';
import { ConflictError } from '../../../kernel/errors.js';
import { defineEncryptedColumn, SecretCipher } from '../../../platform/crypto/index.js';
import { QueryRunner } from '../../../platform/database/index.js';
import { keyOf, createSecret, requireStrongSecret } from './secret-format.js';

export interface EncryptedSecret {
  readonly id: string;
  readonly encrypted: string;
}

const MOST_AT_ONCE = 10;
const MOST_STORED = 5_000;
const placeOf = (id: string) => ({ table: 'webhook_secrets', column: 'secret', id });
defineEncryptedColumn({ table: 'webhook_secrets', column: 'secret', idColumn: 'id', isJson: false });

/** Secrets of webhooks. During a rotation, several secrets are valid at the same time. */
@Injectable()
export class WebhookSecrets {
  private readonly opened = new Map<string, Buffer>();

  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly cipher: SecretCipher,
  ) {}

  /** Stores and returns the given secret, or a new secret. Must run in the unit of work that changes the webhook. */
  async add(webhookId: string, input?: string): Promise<string> {
    if (input !== undefined) requireStrongSecret(input);
    const secret = input ?? createSecret();
    const id = newId();
    await this.queryRunner.rows(sql`
      insert into webhook_secrets (id, webhook_id, secret, last4, created_at)
        values (${id}, ${webhookId}, ${this.cipher.encrypt(secret, placeOf(id))}, ${secret.slice(-4)},
        clock_timestamp())`);
    return secret;
  }

  /** Must run in a unit of work that holds the lock of the webhook, so that rotations do not run in parallel. */
  async rotate(webhookId: string, input: string | undefined, overlapDays: number): Promise<string> {
    await this.queryRunner.rows(
      sql`delete from webhook_secrets where webhook_id = ${webhookId} and expires_at <= now()`,
    );
    const [{ active }] = (await this.queryRunner.rows<{ active: number }>(
      sql`select count(*)::int as active from webhook_secrets where webhook_id = ${webhookId}`,
    )) as [{ active: number }];
    if (overlapDays > 0 && active >= MOST_AT_ONCE)
      throw new ConflictError(
        'too-many-secrets',
        `The webhook has ${active} valid secrets. Rotate with overlapDays 0, or wait until some have expired.`,
      );
    // An overlap of 0 deletes all secrets: after a leak, no earlier secret may stay valid.
    await (overlapDays === 0
      ? this.queryRunner.rows(sql`delete from webhook_secrets where webhook_id = ${webhookId}`)
      : this.queryRunner.rows(
          sql`update webhook_secrets set expires_at = now() + make_interval(days => ${overlapDays}::int)
            where webhook_id = ${webhookId} and expires_at is null`,
        ));
    return this.add(webhookId, input);
  }

  /** Returns the keys in the order of the secrets. Caches decrypted keys. */
  keys(secrets: readonly EncryptedSecret[]): Buffer[] {
    return secrets.map(({ id, encrypted }) => {
      const known = this.opened.get(id);
      if (known) return known;
      const key = keyOf(this.cipher.decrypt(encrypted, placeOf(id)));
      if (this.opened.size >= MOST_STORED) this.opened.clear();
      this.opened.set(id, key);
      return key;
    });
  }
}
