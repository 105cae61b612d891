import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { errors, jwtVerify, SignJWT, type JWTHeaderParameters, type JWTPayload } from 'jose';
import { Config } from '../../../platform/config/index.js';
import { sha256 } from '../../../platform/crypto/index.js';
import { ALGORITHM, SigningKeys } from './signing-keys.js';

/** How long an access token is good, in seconds. */
export const ACCESS_SECONDS = 600;
export const AUDIENCE = 'urn:kontor:api';
/** RFC 9068: no other token of ours, present or future, can be taken for an access token. */
export const TYPE = 'at+jwt';

const LONGEST = 2_048;
const MOST_KNOWN = 20_000;
const HEADER_MEMBERS = new Set(['alg', 'kid', 'typ']);
const CLAIMS = ['iss', 'aud', 'sub', 'sid', 'iat', 'exp', 'jti'];

/** What a token says that holds: its signature, its times, and that it is meant for us. Whether the session lives is asked elsewhere. */
export interface TokenClaims {
  readonly userId: string;
  readonly sessionId: string;
  /** In milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Makes and checks access tokens. A token that was checked once is known by its hash until it ends: checking costs more than all else of a request's sign-in. */
@Injectable()
export class AccessTokens {
  private readonly known = new Map<string, TokenClaims>();

  constructor(
    private readonly config: Config,
    private readonly keys: SigningKeys,
  ) {}

  /** Two servers that share keys by mistake, such as production and its copy, do not take each other's tokens. */
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

  /** Undefined for every token that is not good now, for whatever reason. */
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

  /** Nothing but our own kind of header: no key, and no address of one, is ever taken from a token. */
  private async keyFor(header: JWTHeaderParameters) {
    const key =
      header.kid !== undefined && Object.keys(header).every((member) => HEADER_MEMBERS.has(member))
        ? await this.keys.named(header.kid)
        : undefined;
    if (!key) throw new errors.JWSInvalid('Not a header of ours');
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
