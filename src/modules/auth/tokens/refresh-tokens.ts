import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/entity.js';
import { SecurityLog } from '../../../kernel/security-log.js';
import { hmacSha256, randomToken, sha256 } from '../../../platform/crypto/index.js';
import { Database, deleteInBatches, Reader } from '../../../platform/database/index.js';
import { Scheduled, type ScheduledCall } from '../../../platform/schedule/index.js';
import { GeneratedSecrets } from '../../settings/index.js';
import { SessionsService } from '../sessions/sessions.service.js';
import {
  isOver,
  lockFamilyOf,
  refreshByHash,
  replaceBy,
  revokeFamily,
  spend,
  touchFamily,
  type FamilyRow,
  type RefreshRow,
} from './refresh-tokens.queries.js';

/** How long after its use a token still gives the successor it gave: the answer may have been lost, and requests may have run side by side. */
const GRACE_SECONDS = 10;

export interface Family {
  readonly sessionId: string;
  readonly userId: string;
  readonly expiresAt: string;
}

export interface Refreshed extends Family {
  readonly refreshToken: string;
}

/**
 * Refresh tokens: good for one use, each derived from the one before it, its salt and a secret of the server. So the same
 * successor can be given again to whoever did not get it, although only its hash is kept; and a family never has two good ones.
 */
@Injectable()
export class RefreshTokens {
  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
    private readonly secrets: GeneratedSecrets,
    private readonly sessions: SessionsService,
    private readonly securityLog: SecurityLog,
  ) {}

  /** The first of a family. Inside the unit of work that begins the session. */
  async begin(family: Family): Promise<Refreshed> {
    const refreshToken = await this.derive(randomToken(), '');
    await this.store(family, refreshToken, '');
    return { ...family, refreshToken };
  }

  /** Uses a token up for its successor. 'reused' says that somebody has a token whose time is over: the family has then been ended for good. */
  async rotate(presented: string): Promise<Refreshed | 'reused' | undefined> {
    return this.database.write(async () => {
      const family = await this.reader.row<FamilyRow>(lockFamilyOf(sha256(presented)));
      if (!family?.isAlive) return undefined;
      const token = await this.reader.row<RefreshRow>(refreshByHash(sha256(presented), GRACE_SECONDS));
      if (!token) return undefined;
      if (token.isActive) return this.replace(family, token.id, presented);
      if (token.graceSalt !== null) return { ...family, refreshToken: await this.derive(presented, token.graceSalt) };
      await this.endReused(family);
      return 'reused';
    });
  }

  /** Ends the session of a token, if it has one that lives; any of its family will do. */
  async revoke(presented: string): Promise<void> {
    await this.database.write(async () => {
      const family = await this.reader.row<FamilyRow>(lockFamilyOf(sha256(presented)));
      if (!family?.isAlive) return;
      await this.reader.rows(revokeFamily(family.sessionId));
      await this.sessions.end(family.userId, family.sessionId, 'signed-out');
    });
  }

  @Scheduled({
    name: 'refresh-tokens.purge',
    cron: '27 * * * *',
    description: 'Deletes refresh tokens a day after their session ended by its age.',
  })
  async purge({ signal }: ScheduledCall): Promise<object> {
    return { deleted: await deleteInBatches(this.reader, 'refresh_tokens', isOver, signal) };
  }

  private async replace(family: FamilyRow, id: string, presented: string): Promise<Refreshed> {
    const salt = randomToken();
    const refreshToken = await this.derive(presented, salt);
    await this.reader.rows(spend(id));
    const nextId = await this.store(family, refreshToken, salt);
    await this.reader.rows(replaceBy(id, nextId));
    await this.reader.rows(touchFamily(family.sessionId));
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
    return `kontor_refresh_${Buffer.from(bytes, 'hex').toString('base64url')}`;
  }

  private async endReused({ sessionId, userId, email }: FamilyRow): Promise<void> {
    await this.reader.rows(revokeFamily(sessionId));
    await this.sessions.end(userId, sessionId, 'token-reuse');
    await this.securityLog.record({
      event: 'token_reuse',
      severity: 'critical',
      userId,
      email,
      description: 'A refresh token came again after its use: somebody else may have it.',
      details: { sessionId },
      actionTaken: 'The session was ended with all of its tokens.',
    });
  }
}
