import { Global, Module } from '@nestjs/common';
import { mergePatch } from '../../kernel/merge-patch.js';
import { BulkRunner } from './bulk.js';
import { Duplicates } from './duplicates.js';
import { CustomFields } from './ports.js';
import { RecordWrites } from './record-writes.js';
import { Records } from './records.js';

// PLACEHOLDERS until modules/custom-fields provides this port: that helper removes it.
const placeholders = [
  { provide: CustomFields, useValue: { fieldsOf: (_: string, own: object) => Promise.resolve(own), accept: (_: string, wanted: Record<string, unknown> | undefined, stored: Record<string, unknown> = {}) => Promise.resolve(wanted ? mergePatch(stored, wanted) : stored) } },
];

@Global()
@Module({ providers: [...placeholders, Records, RecordWrites, BulkRunner, Duplicates], exports: [Records, RecordWrites, BulkRunner, Duplicates, CustomFields] })
export class RecordsModule {}
