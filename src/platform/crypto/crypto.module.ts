import { Global, Module } from '@nestjs/common';
import { Config } from '../config/index.js';
import { KeyRotation } from './key-rotation.js';
import { readMasterKeys } from './master-keys.js';
import { SecretCipher } from './secret-cipher.js';

@Global()
@Module({
  providers: [
    {
      provide: SecretCipher,
      inject: [Config],
      useFactory: async (config: Config) => new SecretCipher(await readMasterKeys(config)),
    },
    KeyRotation,
  ],
  exports: [SecretCipher, KeyRotation],
})
export class CryptoModule {}
