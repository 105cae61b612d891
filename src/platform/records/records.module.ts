import { Global, Module } from '@nestjs/common';
import { BulkRunner } from './bulk/bulk-runner.js';
import { RecordBulk } from './bulk/record-bulk.js';
import { Duplicates } from './duplicates.js';
import { IndexMaintenance } from './indexes/index-maintenance.js';
import { LinkTargets } from './links/link-targets.js';
import { NamingLinks } from './links/naming-links.js';
import { SamePerson } from './links/same-person.js';
import { MergeJournal, MergeMoves, MergeRows, MergeNotifier, RecordMerges, RecordUnmerges } from './merging/index.js';
import { PhoneColumns } from './phone-columns.js';
import { RecordWrites } from './writing/record-writes.js';
import { RecordCountsMaintenance } from './counts/record-counts.js';
import { Records } from './records.js';
import { RecordCommands } from './writing/record-commands.js';
import { RecordFactory } from './writing/record-factory.js';
import { RecordPurges } from './writing/record-purges.js';
import { RecordReferences } from './writing/record-references.js';
import { RecordUpdater } from './writing/record-updater.js';

const writing = [RecordBulk, RecordCommands, RecordFactory, RecordReferences, RecordUpdater];

/** Custom fields, saved views, owners and default values are ports that other modules implement. */
@Global()
@Module({
  providers: [
    Records,
    LinkTargets,
    NamingLinks,
    SamePerson,
    RecordCountsMaintenance,
    IndexMaintenance,
    RecordWrites,
    RecordPurges,
    PhoneColumns,
    BulkRunner,
    ...writing,
    Duplicates,
    MergeJournal,
    MergeMoves,
    MergeRows,
    MergeNotifier,
    RecordMerges,
    RecordUnmerges,
  ],
  exports: [
    Records,
    LinkTargets,
    NamingLinks,
    SamePerson,
    RecordWrites,
    ...writing,
    Duplicates,
    RecordMerges,
    RecordUnmerges,
  ],
})
export class RecordsModule {}
