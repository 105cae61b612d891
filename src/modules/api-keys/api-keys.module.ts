import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/index.js';
import { UsersModule } from '../users/index.js';
import { ApiKeyStrategy } from './api-key.strategy.js';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeysQueries } from './api-keys.queries.js';
import { ApiKeysService } from './api-keys.service.js';
import { KeyCredentials } from './key-credentials.js';
import { KeyHashing } from './key-hashing.js';
import { KeyIssue } from './key-issue.js';
import { KeyNews } from './key-news.js';
import { LastUse } from './last-use.js';

@Module({
  imports: [SettingsModule, UsersModule],
  controllers: [ApiKeysController],
  providers: [ApiKeyStrategy, ApiKeysQueries, ApiKeysService, KeyCredentials, KeyHashing, KeyIssue, KeyNews, LastUse],
  exports: [ApiKeysQueries],
})
export class ApiKeysModule {}
