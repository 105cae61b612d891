import { Global, Module } from '@nestjs/common';
import { BulkRunner } from './bulk.js';
import { Duplicates } from './duplicates.js';
import { IndexUpkeep } from './index-upkeep.js';
import { MergeJournal, MergeMoves, MergeRows, MergeTelling, RecordMerges, RecordUnmerges } from './merging/index.js';
import { RecordWrites } from './record-writes.js';
import { RecordCountsUpkeep } from './record-counts.js';
import { Records } from './records.js';

/** Custom fields and saved views come from the modules that keep them. */
@Global()
@Module({
  providers: [
    Records,
    RecordCountsUpkeep,
    IndexUpkeep,
    RecordWrites,
    BulkRunner,
    Duplicates,
    MergeJournal,
    MergeMoves,
    MergeRows,
    MergeTelling,
    RecordMerges,
    RecordUnmerges,
  ],
  exports: [Records, RecordWrites, BulkRunner, Duplicates, RecordMerges, RecordUnmerges],
})
export class RecordsModule {}
