import { Module } from '@nestjs/common';
import { historyController, recordProviders } from '../../platform/records/index.js';
import { UsersModule } from '../users/index.js';
import { CompaniesController } from './companies.controller.js';
import { CompaniesQueries } from './companies.queries.js';
import { CompaniesService } from './companies.service.js';
import { companyType } from './company.type.js';
import { CompanyFactory } from './factory/company-factory.js';
import { CompanyMergingController } from './merging/company-merging.controller.js';

@Module({
  imports: [UsersModule],
  controllers: [CompaniesController, historyController('companies', CompaniesQueries), CompanyMergingController],
  providers: [CompaniesService, CompaniesQueries, CompanyFactory, ...recordProviders(companyType)],
  exports: [CompaniesService, CompaniesQueries],
})
export class CompaniesModule {}
