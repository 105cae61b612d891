import { Module } from '@nestjs/common';
import { AccessCache } from './access-cache.js';
import { Accounts } from './accounts.js';
import { Actors } from './actors.js';
import { FirstAdmin } from './first-admin.js';
import { Passwords } from './passwords.js';
import { Users } from './users.js';

const providers = [AccessCache, Accounts, Actors, FirstAdmin, Passwords, Users];

@Module({ providers, exports: providers })
export class UsersModule {}
