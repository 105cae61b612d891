import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { newId } from '../../../kernel/entity.js';
import { randomToken, sha256 } from '../../../platform/crypto/index.js';
import { deleteInBatches, QueryRunner } from '../../../platform/database/index.js';
import { Scheduled, type ScheduledCall } from '../../../platform/schedule/index.js';

/** Lifetime of the tokens, in hours. */
export const TOKEN_HOURS = { password_reset: 1, email_verification: 24, invitation: 72 } as const;
export type TokenPurpose = keyof typeof TOKEN_HOURS;

export interface TokenOwner {
  readonly userId: string;
  /** The address that the token was sent to. */
  readonly email: string;
  /** Name of the user who sent an invitation; null for other purposes. */
  readonly inviter: string | null;
}

/** Tokens for one use that prove access to a mailbox. A token has 256 random bits, and only the hash is stored. */
@Injectable()
export class UserTokens {
  constructor(private readonly queryRunner: QueryRunner) {}

  /**
   * Creates a token and invalidates earlier tokens of the purpose. Call inside the unit of work that sends the token.
   */
  async issue(userId: string, purpose: TokenPurpose, email: string, inviter: string | null = null): Promise<string> {
    const token = randomToken();
    await this.withdraw(userId, purpose);
    await this.queryRunner.rows(sql`
      insert into user_tokens (id, user_id, purpose, token_hash, email, inviter, expires_at)
      values (${newId()}, ${userId}::uuid, ${purpose}, ${sha256(token)}, ${email}, ${inviter}, now()
        + make_interval(hours => ${TOKEN_HOURS[purpose]}))`);
    return token;
  }

  /** Returns the owner without using the token; undefined if the token is unknown, used, withdrawn or expired. */
  peek(purpose: TokenPurpose, token: string): Promise<TokenOwner | undefined> {
    return this.queryRunner.row<TokenOwner>(
      sql`select user_id as "userId", email, inviter from user_tokens where token_hash = ${sha256(token)}
        and purpose = ${purpose} and used_at is null and expires_at > now()`,
    );
  }

  /** Marks a token as used. Of concurrent calls, only one returns the owner. Call inside a unit of work. */
  use(purpose: TokenPurpose, token: string): Promise<TokenOwner | undefined> {
    return this.queryRunner.row<TokenOwner>(sql`
      update user_tokens set used_at = now() where token_hash = ${sha256(token)} and purpose = ${purpose} and used_at
        is null and expires_at > now()
      returning user_id as "userId", email, inviter`);
  }

  /** Invalidates all unused tokens of this purpose. */
  async withdraw(userId: string, purpose: TokenPurpose): Promise<void> {
    await this.queryRunner.rows(
      sql`update user_tokens set used_at = now() where user_id = ${userId}::uuid and purpose = ${purpose} and used_at
        is null`,
    );
  }

  @Scheduled({
    name: 'user-tokens.purge',
    cron: '37 * * * *',
    description: 'Deletes invitation, reset and verification links a week after they expired.',
  })
  async purge({ signal }: ScheduledCall): Promise<object> {
    return {
      deleted: await deleteInBatches(
        this.queryRunner,
        'user_tokens',
        sql`expires_at < now() - interval '7 days'`,
        signal,
      ),
    };
  }
}
