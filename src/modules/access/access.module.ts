import { Module } from '@nestjs/common';
import { ApiKeysModule } from '../api-keys/index.js';
import { UsersModule } from '../users/index.js';
import { AccessController } from './access.controller.js';
import { Explanations } from './explanations.js';
import { OwnAccess } from './own-access.js';

@Module({
  imports: [UsersModule, ApiKeysModule],
  controllers: [AccessController],
  providers: [Explanations, OwnAccess],
})
export class AccessModule {}
