import { Injectable } from '@nestjs/common';
import { hmacSha256 } from '../../platform/crypto/index.js';
import { GeneratedSecrets } from '../settings/index.js';

/** The pepper is a secret of its own, sealed under the master key: rotating the master key leaves every API key as it is. */
@Injectable()
export class KeyHashing {
  constructor(private readonly secrets: GeneratedSecrets) {}

  async hash(key: string): Promise<string> {
    return hmacSha256(await this.secrets.get('api-key-pepper'), key);
  }
}
