import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/entity.js';
import { SecurityLog } from '../../../kernel/logs/security-log.js';
import { checksum, hmacSha256, randomToken, sameSecret, sha256 } from '../../../platform/crypto/index.js';
import { Database, deleteInBatches, QueryRunner } from '../../../platform/database/index.js';
import { Scheduled, type ScheduledCall } from '../../../platform/schedule/index.js';
import { GeneratedSecrets } from '../../settings/index.js';
import { SessionsService } from '../sessions/sessions.service.js';
import {
  isOver,
  lockFamilyOf,
  refreshByHash,
  replaceBy,
  revokeFamily,
  markUsed,
  touchFamily,
  type FamilyRow,
  type RefreshRow,
} from './refresh-tokens.queries.js';

/** Time in which a used token returns the same successor again, for lost responses and concurrent requests. */
const GRACE_SECONDS = 10;

const TOKEN = /^kontor_refresh_[\w-]{43}[0-9A-Za-z]{6}$/;
const CHECKSUM_LENGTH = 6;

/** Checks the format and the checksum, so that a malformed token costs no query. */
const isWellFormed = (token: string): boolean =>
  TOKEN.test(token) && sameSecret(checksum(token.slice(0, -CHECKSUM_LENGTH)), token.slice(-CHECKSUM_LENGTH));

export interface Family {
  readonly sessionId: string;
  readonly userId: string;
  readonly expiresAt: string;
}

export interface Refreshed extends Family {
  readonly refreshToken: string;
}

/**
 * Refresh tokens for one use. Each token derives from the previous token, a salt and a server secret. So a lost token
 * can be returned again, although only hashes are stored. The tokens of a session are a family with one active token.
 */
@Injectable()
export class RefreshTokens {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly secrets: GeneratedSecrets,
    private readonly sessions: SessionsService,
    private readonly securityLog: SecurityLog,
  ) {}

  /** Creates the first token of a family, in the unit of work that creates the session. */
  async begin(family: Family): Promise<Refreshed> {
    const refreshToken = await this.derive(randomToken(), '');
    await this.store(family, refreshToken, '');
    return { ...family, refreshToken };
  }

  /**
   * Exchanges a token for its successor. For an old token, ends the session and returns `reused`: the token may be
   * stolen.
   */
  async rotate(presented: string): Promise<Refreshed | 'reused' | undefined> {
    if (!isWellFormed(presented)) return undefined;
    return this.database.write(async () => {
      const family = await this.queryRunner.row<FamilyRow>(lockFamilyOf(sha256(presented)));
      if (!family?.isAlive) return undefined;
      const token = await this.queryRunner.row<RefreshRow>(refreshByHash(sha256(presented), GRACE_SECONDS));
      if (!token) return undefined;
      if (token.isActive) return this.replace(family, token.id, presented);
      if (token.graceSalt !== null) return { ...family, refreshToken: await this.derive(presented, token.graceSalt) };
      await this.endReused(family);
      return 'reused';
    });
  }

  /** Ends the active session of a token. Accepts any token of the family. */
  async revoke(presented: string): Promise<void> {
    if (!isWellFormed(presented)) return;
    await this.database.write(async () => {
      const family = await this.queryRunner.row<FamilyRow>(lockFamilyOf(sha256(presented)));
      if (!family?.isAlive) return;
      await this.queryRunner.rows(revokeFamily(family.sessionId));
      await this.sessions.end(family.userId, family.sessionId, 'signed-out');
    });
  }

  @Scheduled({
    name: 'refresh-tokens.purge',
    cron: '27 * * * *',
    description: 'Deletes refresh tokens a day after their session expired.',
  })
  async purge({ signal }: ScheduledCall): Promise<object> {
    return { deleted: await deleteInBatches(this.queryRunner, 'refresh_tokens', isOver, signal) };
  }

  private async replace(family: FamilyRow, id: string, presented: string): Promise<Refreshed> {
    const salt = randomToken();
    const refreshToken = await this.derive(presented, salt);
    await this.queryRunner.rows(markUsed(id));
    const nextId = await this.store(family, refreshToken, salt);
    await this.queryRunner.rows(replaceBy(id, nextId));
    await this.queryRunner.rows(touchFamily(family.sessionId));
    return { ...family, refreshToken };
  }

  private async store({ sessionId, userId, expiresAt }: Family, refreshToken: string, salt: string): Promise<string> {
    const id = newId();
    await this.database.insert(
      [
        {
          table: 'refresh_tokens',
          row: {
            id,
            user_id: userId,
            session_id: sessionId,
            token_hash: sha256(refreshToken),
            salt,
            expires_at: expiresAt,
          },
        },
      ],
      [],
    );
    return id;
  }

  private async derive(from: string, salt: string): Promise<string> {
    const bytes = hmacSha256(await this.secrets.get('refresh-token'), `${salt}.${from}`);
    const body = `kontor_refresh_${Buffer.from(bytes, 'hex').toString('base64url')}`;
    return body + checksum(body);
  }

  private async endReused({ sessionId, userId, email }: FamilyRow): Promise<void> {
    await this.queryRunner.rows(revokeFamily(sessionId));
    await this.sessions.end(userId, sessionId, 'token-reuse');
    await this.securityLog.record({
      event: 'token_reuse',
      severity: 'critical',
      userId,
      email,
      description: 'A refresh token was used twice and may be stolen.',
      details: { sessionId },
      actionTaken: 'The session was ended with all of its tokens.',
    });
  }
}
