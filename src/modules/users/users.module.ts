import { Module } from '@nestjs/common';
import { AccessCache } from './access-cache.js';
import { AccountLinks } from './account-links.js';
import { Accounts } from './accounts.js';
import { Actors } from './actors.js';
import { FirstAdmin } from './first-admin.js';
import { Makers } from './makers.js';
import { Passwords } from './passwords.js';
import { UserTokens } from './user-tokens.js';
import { Users } from './users.js';

const providers = [AccessCache, AccountLinks, Accounts, Actors, FirstAdmin, Makers, Passwords, Users, UserTokens];

@Module({ providers, exports: providers })
export class UsersModule {}
