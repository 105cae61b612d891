import { Global, Module } from '@nestjs/common';
import { mergePatch } from '../../kernel/merge-patch.js';
import { BulkRunner } from './bulk.js';
import { Duplicates } from './duplicates.js';
import { CustomFields, SavedViews } from './ports.js';
import { MergeJournal, MergeMoves, MergeRows, MergeTelling, RecordMerges, RecordUnmerges } from './merging/index.js';
import { RecordWrites } from './record-writes.js';
import { Records } from './records.js';

// PLACEHOLDERS until modules/custom-fields and modules/views provide these ports: those helpers remove them.
const placeholders = [
  { provide: CustomFields, useValue: { fieldsOf: (_: string, own: object) => Promise.resolve(own), accept: (_: string, wanted: Record<string, unknown> | undefined, stored: Record<string, unknown> = {}) => Promise.resolve(wanted ? mergePatch(stored, wanted) : stored) } },
  { provide: SavedViews, useValue: { find: () => Promise.reject(new Error('no views yet')) } },
];

@Global()
@Module({
  providers: [...placeholders, Records, RecordWrites, BulkRunner, Duplicates, MergeJournal, MergeMoves, MergeRows, MergeTelling, RecordMerges, RecordUnmerges],
  exports: [Records, RecordWrites, BulkRunner, Duplicates, RecordMerges, RecordUnmerges, CustomFields, SavedViews],
})
export class RecordsModule {}
