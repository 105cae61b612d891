import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/index.js';
import { UsersModule } from '../users/index.js';
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

@Module({
  imports: [UsersModule, SettingsModule],
  controllers: [LeadsController],
  providers: [LeadsService, LeadsQueries, LeadBulkService, LeadChanges, LeadDrafts, LeadOwnership, LeadRetention, LeadScore],
  exports: [LeadsService, LeadsQueries],
})
export class LeadsModule {}
