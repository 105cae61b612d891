import { Global, Module, type DynamicModule } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { Database } from './database.js';
import { Owner } from './owner.js';
import { Reader } from './reader.js';
import { Wall } from './wall.js';

@Global()
@Module({})
export class DatabaseModule {
  static for(orm: MikroORM): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [{ provide: MikroORM, useValue: orm }, Wall, Reader, Database, Owner],
      exports: [MikroORM, Reader, Database, Owner],
    };
  }
}
