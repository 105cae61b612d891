import { Module } from '@nestjs/common';
import { historyController, retentionOf } from '../../platform/records/index.js';
import { CompaniesModule } from '../companies/index.js';
import { ContactsModule } from '../contacts/index.js';
import { DealsModule } from '../deals/index.js';
import { SettingsModule } from '../settings/index.js';
import { UsersModule } from '../users/index.js';
import { CarriedCustomValues } from './conversion/targets/carried-custom-values.js';
import { ConversionChoices } from './conversion/conversion-choices.js';
import { ConversionCopies } from './conversion/conversion-copies.js';
import { ConversionController } from './conversion/conversion.controller.js';
import { ConversionDuplicates } from './conversion/conversion-duplicates.js';
import { ConversionJournal } from './conversion/conversion-journal.js';
import { ConversionService } from './conversion/conversion.service.js';
import { LeadConverter } from './conversion/lead-converter.js';
import { ConversionTargets } from './conversion/targets/conversion-targets.js';
import { ConversionReferences } from './conversion/conversion-references.js';
import { TargetWrites } from './conversion/targets/target-writes.js';
import { UnconversionService } from './conversion/unconversion.service.js';
import { LeadUpdater } from './factory/lead-updater.js';
import { LeadFactory } from './factory/lead-factory.js';
import { LeadOwnership } from './scoring/lead-ownership.js';
import { LeadScore } from './scoring/lead-score.js';
import { leadType } from './lead.type.js';
import { LeadsController } from './leads.controller.js';
import { LeadsQueries } from './leads.queries.js';
import { LeadsService } from './leads.service.js';
import { ScoringFieldDependents } from './scoring/scoring-field-dependents.js';

const conversion = [
  CarriedCustomValues,
  ConversionChoices,
  ConversionCopies,
  ConversionDuplicates,
  ConversionJournal,
  ConversionService,
  ConversionTargets,
  ConversionReferences,
  LeadConverter,
  TargetWrites,
  UnconversionService,
];

@Module({
  imports: [UsersModule, SettingsModule, CompaniesModule, ContactsModule, DealsModule],
  controllers: [LeadsController, historyController('leads', LeadsQueries), ConversionController],
  providers: [
    LeadsService,
    LeadsQueries,
    LeadUpdater,
    LeadFactory,
    LeadOwnership,
    retentionOf(leadType),
    LeadScore,
    ScoringFieldDependents,
    ...conversion,
  ],
  exports: [LeadsService, LeadsQueries],
})
export class LeadsModule {}
