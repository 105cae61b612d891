import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/index.js';
import { ContactsModule } from '../contacts/index.js';
import { DealsModule } from '../deals/index.js';
import { SettingsModule } from '../settings/index.js';
import { UsersModule } from '../users/index.js';
import { CarriedCustomValues } from './conversion/carried-custom-values.js';
import { ConversionChoices } from './conversion/conversion-choices.js';
import { ConversionController } from './conversion/conversion.controller.js';
import { ConversionDuplicates } from './conversion/conversion-duplicates.js';
import { ConversionJournal } from './conversion/conversion-journal.js';
import { ConversionService } from './conversion/conversion.service.js';
import { ConversionTargets } from './conversion/conversion-targets.js';
import { ConversionTraces } from './conversion/conversion-traces.js';
import { TargetWrites } from './conversion/target-writes.js';
import { UnconversionService } from './conversion/unconversion.service.js';
import { LeadBulkService } from './lead-bulk.service.js';
import { LeadChanges } from './lead-changes.js';
import { LeadDrafts } from './lead-drafts.js';
import { LeadOwnership } from './lead-ownership.js';
import { LeadRetention } from './lead-retention.js';
import { LeadScore } from './lead-score.js';
import { LeadsController } from './leads.controller.js';
import { LeadsQueries } from './leads.queries.js';
import { LeadsService } from './leads.service.js';
import './leads.sight.js';

const conversion = [
  CarriedCustomValues,
  ConversionChoices,
  ConversionDuplicates,
  ConversionJournal,
  ConversionService,
  ConversionTargets,
  ConversionTraces,
  TargetWrites,
  UnconversionService,
];

@Module({
  imports: [UsersModule, SettingsModule, CompaniesModule, ContactsModule, DealsModule],
  controllers: [LeadsController, ConversionController],
  providers: [
    LeadsService,
    LeadsQueries,
    LeadBulkService,
    LeadChanges,
    LeadDrafts,
    LeadOwnership,
    LeadRetention,
    LeadScore,
    ...conversion,
  ],
  exports: [LeadsService, LeadsQueries],
})
export class LeadsModule {}
