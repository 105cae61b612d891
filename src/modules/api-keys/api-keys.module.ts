import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/index.js';
import { UsersModule } from '../users/index.js';
import { ApiKeyStrategy } from './credentials/api-key.strategy.js';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeysQueries } from './api-keys.queries.js';
import { ApiKeysService } from './api-keys.service.js';
import { KeyCredentials } from './credentials/key-credentials.js';
import { KeyHashing } from './credentials/key-hashing.js';
import { ApiKeyFactory } from './api-key-factory.js';
import { KeyNotifier } from './key-notifier.js';
import { LastUse } from './credentials/last-use.js';

@Module({
  imports: [SettingsModule, UsersModule],
  controllers: [ApiKeysController],
  providers: [
    ApiKeyStrategy,
    ApiKeysQueries,
    ApiKeysService,
    KeyCredentials,
    KeyHashing,
    ApiKeyFactory,
    KeyNotifier,
    LastUse,
  ],
  exports: [ApiKeysQueries],
})
export class ApiKeysModule {}
