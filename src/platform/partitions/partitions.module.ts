import { Module } from '@nestjs/common';
import { LogPartitions } from './log-partitions.js';

@Module({ providers: [LogPartitions] })
export class PartitionsModule {}
