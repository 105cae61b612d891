import { Module } from '@nestjs/common';
import { LogPartitions } from './log-partitions.js';
import { AuditLogRetention, SecurityLogRetention } from './log-retention.js';

@Module({ providers: [LogPartitions, AuditLogRetention, SecurityLogRetention] })
export class PartitionsModule {}
