import { Global, Module } from '@nestjs/common';
import { BulkRunner } from './bulk.js';
import { SavedViews } from './ports.js';
import { RecordWrites } from './record-writes.js';
import { Records } from './records.js';

// PLACEHOLDER until modules/views provides this port.
const placeholders = [
  { provide: SavedViews, useValue: { find: () => Promise.reject(new Error('no views yet')) } },
];

@Global()
@Module({ providers: [...placeholders, Records, RecordWrites, BulkRunner], exports: [Records, RecordWrites, BulkRunner, SavedViews] })
export class RecordsModule {}
