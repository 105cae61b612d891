import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { calculateJwkThumbprint } from 'jose';
import { Config } from '../../../platform/config/index.js';
import { GeneratedSecrets } from '../../settings/index.js';

/** The only accepted algorithm, never read from a token. */
export const ALGORITHM = 'EdDSA';

export interface SigningKey {
  /** Thumbprint of the public key (RFC 7638). */
  readonly id: string;
  readonly signs: KeyObject;
  readonly verifies: KeyObject;
}

// RFC 8410: PKCS#8 prefix of the 32 bytes of an Ed25519 key.
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

export async function signingKey(seed: Buffer): Promise<SigningKey> {
  const signs = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const verifies = createPublicKey(signs);
  return { id: await calculateJwkThumbprint(verifies.export({ format: 'jwk' })), signs, verifies };
}

/** Keys of JWT_KEYS, newest first. Without JWT_KEYS, one generated key that all instances share. */
@Injectable()
export class SigningKeys {
  private loading: Promise<ReadonlyMap<string, SigningKey>> | undefined;

  constructor(
    private readonly config: Config,
    private readonly secrets: GeneratedSecrets,
  ) {}

  async newest(): Promise<SigningKey> {
    const [newest] = (await this.all()).values();
    if (!newest) throw new Error('JWT_KEYS holds no key');
    return newest;
  }

  /** Returns undefined for an unknown key id. */
  async named(id: string): Promise<SigningKey | undefined> {
    return (await this.all()).get(id);
  }

  private all(): Promise<ReadonlyMap<string, SigningKey>> {
    this.loading ??= this.load().catch((error: unknown) => {
      this.loading = undefined;
      throw error;
    });
    return this.loading;
  }

  private async load(): Promise<ReadonlyMap<string, SigningKey>> {
    const configured = this.config.JWT_KEYS?.map((hex) => Buffer.from(hex, 'hex')) ?? [];
    const seeds = configured.length > 0 ? configured : [await this.secrets.get('access-token-key')];
    const keys = await Promise.all(seeds.map(signingKey));
    return new Map(keys.map((key) => [key.id, key]));
  }
}
