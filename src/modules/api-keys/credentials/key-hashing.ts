import { Injectable } from '@nestjs/common';
import { hmacSha256 } from '../../../platform/crypto/index.js';
import { GeneratedSecrets } from '../../settings/index.js';

/** Hashes keys with a pepper. The pepper is stored encrypted, so rotating the master key does not change the hashes. */
@Injectable()
export class KeyHashing {
  constructor(private readonly secrets: GeneratedSecrets) {}

  async hash(key: string): Promise<string> {
    return hmacSha256(await this.secrets.get('api-key-pepper'), key);
  }
}
