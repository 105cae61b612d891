import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import type { MikroORM } from '@mikro-orm/postgresql';
import { LoggerModule } from 'nestjs-pino';
import { modules } from './modules/index.js';
import { AuditTrailModule } from './platform/audit/index.js';
import { ConfigModule, type Config } from './platform/config/index.js';
import { CryptoModule } from './platform/crypto/index.js';
import { DatabaseModule } from './platform/database/index.js';
import { HealthModule } from './platform/health/index.js';
import {
  AccessGuard,
  bindIdempotency,
  HotRecordsGuard,
  HttpModule,
  InputGuard,
  ProblemFilter,
  RateLimitGuard,
  RequestPipe,
} from './platform/http/index.js';
import { logging } from './platform/logging/index.js';
import { JobsModule } from './platform/jobs/index.js';
import { MailModule } from './platform/mail/index.js';
import { OutboundModule } from './platform/outbound/index.js';
import { OutboxModule } from './platform/outbox/index.js';
import { PartitionsModule } from './platform/partitions/index.js';
import { QueryModule } from './platform/query/index.js';
import { RecordsModule } from './platform/records/index.js';
import { SecurityModule } from './platform/security/index.js';
import { ScheduledJobsModule } from './platform/schedule/index.js';

const platformModules = (config: Config, orm: MikroORM) => [
  ConfigModule.for(config),
  LoggerModule.forRoot(logging(config)),
  ScheduleModule.forRoot(),
  CryptoModule,
  DatabaseModule.for(orm),
  JobsModule,
  OutboxModule,
  ScheduledJobsModule,
  PartitionsModule,
  OutboundModule,
  MailModule,
  AuditTrailModule,
  SecurityModule,
  HttpModule,
  QueryModule,
  RecordsModule,
  HealthModule,
];

/** The root module: platform, the modules of all layers, and the global providers. */
@Module({})
export class AppModule {
  static for(config: Config, orm: MikroORM): DynamicModule {
    bindIdempotency(modules);
    return {
      module: AppModule,
      imports: [...platformModules(config, orm), ...modules],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: RateLimitGuard },
        { provide: APP_GUARD, useClass: InputGuard },
        { provide: APP_GUARD, useClass: HotRecordsGuard },
        { provide: APP_PIPE, useClass: RequestPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
