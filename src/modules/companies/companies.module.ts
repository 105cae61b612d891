import { Module } from '@nestjs/common';
import { CompaniesQueries } from './companies.queries.js';

@Module({ providers: [CompaniesQueries], exports: [CompaniesQueries] })
export class CompaniesModule {}
