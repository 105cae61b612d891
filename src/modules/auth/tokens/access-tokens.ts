import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { errors, jwtVerify, SignJWT, type JWTHeaderParameters, type JWTPayload } from 'jose';
import { Config } from '../../../platform/config/index.js';
import { sha256 } from '../../../platform/crypto/index.js';
import { ALGORITHM, SigningKeys } from './signing-keys.js';

/** Lifetime of an access token, in seconds. */
export const ACCESS_SECONDS = 600;
export const AUDIENCE = 'urn:kontor:api';
/** Type of access tokens (RFC 9068). Prevents the use of other tokens as access tokens. */
export const TYPE = 'at+jwt';

const LONGEST = 2_048;
const MOST_KNOWN = 20_000;
const HEADER_MEMBERS = new Set(['alg', 'kid', 'typ']);
const CLAIMS = ['iss', 'aud', 'sub', 'sid', 'iat', 'exp', 'jti'];

/** Verified claims of an access token. The session may have ended and is checked separately. */
export interface TokenClaims {
  readonly userId: string;
  readonly sessionId: string;
  /** In milliseconds since 1970. */
  readonly expiresAt: number;
}

/**
 * Creates and verifies access tokens. Verified tokens are cached by hash until their expiry: verification is the
 * slowest part of authentication.
 */
@Injectable()
export class AccessTokens {
  private readonly known = new Map<string, TokenClaims>();

  constructor(
    private readonly config: Config,
    private readonly keys: SigningKeys,
  ) {}

  /** Two servers with the same keys, such as production and its copy, must not accept tokens of each other. */
  get issuer(): string {
    return this.config.PUBLIC_URL ?? 'urn:kontor';
  }

  async issue({ userId, sessionId }: Pick<TokenClaims, 'userId' | 'sessionId'>): Promise<string> {
    const { id, signs } = await this.keys.newest();
    return new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: id })
      .setIssuer(this.issuer)
      .setAudience(AUDIENCE)
      .setSubject(userId)
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime(`${ACCESS_SECONDS} s`)
      .sign(signs);
  }

  /** Returns undefined for every token that is not valid now. */
  async verify(token: string): Promise<TokenClaims | undefined> {
    if (token.length > LONGEST) return undefined;
    const hash = sha256(token);
    const known = this.known.get(hash);
    if (known) return known.expiresAt > Date.now() ? known : this.forget(hash);
    const claims = await this.check(token);
    if (claims) this.keep(hash, claims);
    return claims;
  }

  private async check(token: string): Promise<TokenClaims | undefined> {
    try {
      const { payload } = await jwtVerify(token, (header) => this.keyFor(header), {
        algorithms: [ALGORITHM],
        typ: TYPE,
        issuer: this.issuer,
        audience: AUDIENCE,
        requiredClaims: CLAIMS,
      });
      return claimsOf(payload);
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }

  /** Rejects other header members: a key or the URL of a key is never read from a token. */
  private async keyFor(header: JWTHeaderParameters) {
    const key =
      header.kid !== undefined && Object.keys(header).every((member) => HEADER_MEMBERS.has(member))
        ? await this.keys.named(header.kid)
        : undefined;
    if (!key) throw new errors.JWSInvalid('The header is not from Kontor');
    return key.verifies;
  }

  private keep(hash: string, claims: TokenClaims): void {
    const oldest = this.known.size >= MOST_KNOWN ? this.known.keys().next().value : undefined;
    if (oldest !== undefined) this.known.delete(oldest);
    this.known.set(hash, claims);
  }

  private forget(hash: string): undefined {
    this.known.delete(hash);
  }
}

function claimsOf({ sub = '', sid, exp = 0 }: JWTPayload): TokenClaims | undefined {
  return typeof sid === 'string' ? { userId: sub, sessionId: sid, expiresAt: exp * 1_000 } : undefined;
}
