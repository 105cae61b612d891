import { Module } from '@nestjs/common';
import { AuditLogsController } from './logs/audit-logs.controller.js';
import { AuditLogsExport } from './logs/audit-logs.export.js';
import { AuditLogsQueries } from './logs/audit-logs.queries.js';
import { SecurityLogsController } from './security/security-logs.controller.js';
import { SecurityLogsQueries } from './security/security-logs.queries.js';

@Module({
  controllers: [AuditLogsController, SecurityLogsController],
  providers: [AuditLogsQueries, AuditLogsExport, SecurityLogsQueries],
})
export class AuditModule {}
