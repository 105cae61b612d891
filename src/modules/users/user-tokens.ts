import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { newId } from '../../kernel/entity.js';
import { randomToken, sha256 } from '../../platform/crypto/index.js';
import { deleteInBatches, Reader } from '../../platform/database/index.js';
import { Scheduled, type ScheduledCall } from '../../platform/schedule/index.js';

/** How long each kind of token lasts, in hours. */
export const TOKEN_HOURS = { password_reset: 1, email_verification: 24, invitation: 72 } as const;
export type TokenPurpose = keyof typeof TOKEN_HOURS;

export interface TokenHolder {
  readonly userId: string;
  /** The address that the token was sent to. */
  readonly email: string;
}

/** What is sent by mail to prove that a mailbox is somebody's: 256 random bits of which only the hash is kept, good for one use. */
@Injectable()
export class UserTokens {
  constructor(private readonly reader: Reader) {}

  /** A new token; those of the same purpose before it are worth nothing any more. Inside the unit of work that sends it. */
  async issue(userId: string, purpose: TokenPurpose, email: string): Promise<string> {
    const token = randomToken();
    await this.withdraw(userId, purpose);
    await this.reader.rows(sql`
      insert into user_tokens (id, user_id, purpose, token_hash, email, expires_at)
      values (${newId()}, ${userId}::uuid, ${purpose}, ${sha256(token)}, ${email}, now() + make_interval(hours => ${TOKEN_HOURS[purpose]}))`);
    return token;
  }

  /** Whose token it is, without using it; undefined where it is unknown, used, withdrawn or expired. */
  peek(purpose: TokenPurpose, token: string): Promise<TokenHolder | undefined> {
    return this.reader.row<TokenHolder>(
      sql`select user_id as "userId", email from user_tokens where token_hash = ${sha256(token)} and purpose = ${purpose} and used_at is null and expires_at > now()`,
    );
  }

  /** Uses a token up: of any number of callers at once exactly one gets its holder. Inside the unit of work of what it is for. */
  use(purpose: TokenPurpose, token: string): Promise<TokenHolder | undefined> {
    return this.reader.row<TokenHolder>(sql`
      update user_tokens set used_at = now() where token_hash = ${sha256(token)} and purpose = ${purpose} and used_at is null and expires_at > now()
      returning user_id as "userId", email`);
  }

  /** What was sent before is worth nothing any more. */
  async withdraw(userId: string, purpose: TokenPurpose): Promise<void> {
    await this.reader.rows(
      sql`update user_tokens set used_at = now() where user_id = ${userId}::uuid and purpose = ${purpose} and used_at is null`,
    );
  }

  @Scheduled({
    name: 'user-tokens.purge',
    cron: '37 * * * *',
    description: 'Deletes links of invitations, resets and verifications a week after they ended.',
  })
  async purge({ signal }: ScheduledCall): Promise<object> {
    return {
      deleted: await deleteInBatches(this.reader, 'user_tokens', sql`expires_at < now() - interval '7 days'`, signal),
    };
  }
}
