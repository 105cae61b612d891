import { Global, Module } from '@nestjs/common';
import { SecurityLog } from '../../kernel/logs/security-log.js';
import { SecurityLogWriter } from './security-log-writer.js';

@Global()
@Module({ providers: [{ provide: SecurityLog, useClass: SecurityLogWriter }], exports: [SecurityLog] })
export class SecurityModule {}
