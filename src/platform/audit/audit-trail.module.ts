import { Global, Module } from '@nestjs/common';
import { AuditLog } from '../../kernel/logs/audit-log.js';
import { AuditLogWriter } from './audit-log-writer.js';
import { HistoryQueries } from './history.queries.js';

@Global()
@Module({
  providers: [HistoryQueries, { provide: AuditLog, useClass: AuditLogWriter }],
  exports: [AuditLog, HistoryQueries],
})
export class AuditTrailModule {}
