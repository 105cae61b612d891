import { Global, Module } from '@nestjs/common';
import { Config } from '../config/index.js';
import { KeyRotation } from './key-rotation.js';
import { readMasterKeys } from './master-keys.js';
import { Vault } from './vault.js';

@Global()
@Module({
  providers: [
    { provide: Vault, inject: [Config], useFactory: async (config: Config) => new Vault(await readMasterKeys(config)) },
    KeyRotation,
  ],
  exports: [Vault, KeyRotation],
})
export class CryptoModule {}
