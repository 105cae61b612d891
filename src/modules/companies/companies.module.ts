import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/index.js';
import { UsersModule } from '../users/index.js';
import { CompanyBulkService } from './bulk/company-bulk.service.js';
import { CompaniesController } from './companies.controller.js';
import { CompaniesQueries } from './companies.queries.js';
import { CompaniesService } from './companies.service.js';
import './custody/companies.sight.js';
import { CompanyOwnership } from './custody/company-ownership.js';
import { CompanyRetention } from './custody/company-retention.js';
import { CompanyChanges } from './drafts/company-changes.js';
import { CompanyDrafts } from './drafts/company-drafts.js';
import { CompanyMergingController } from './merging/company-merging.controller.js';

@Module({
  imports: [UsersModule, SettingsModule],
  controllers: [CompaniesController, CompanyMergingController],
  providers: [
    CompaniesService,
    CompaniesQueries,
    CompanyBulkService,
    CompanyChanges,
    CompanyDrafts,
    CompanyOwnership,
    CompanyRetention,
  ],
  exports: [CompaniesService, CompaniesQueries],
})
export class CompaniesModule {}
