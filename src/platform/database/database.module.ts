import { Global, Module, type DynamicModule } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { Database } from './database.js';
import { Owner } from './owner.js';
import { QueryRunner } from './statements/query-runner.js';
import { RowLevelSecurity } from './row-level-security/row-level-security.js';

@Global()
@Module({})
export class DatabaseModule {
  static for(orm: MikroORM): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [{ provide: MikroORM, useValue: orm }, RowLevelSecurity, QueryRunner, Database, Owner],
      exports: [MikroORM, QueryRunner, Database, Owner],
    };
  }
}
