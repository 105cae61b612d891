import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/index.js';
import { UsersModule } from '../users/index.js';
import { ContactBulkService } from './bulk/contact-bulk.service.js';
import { ContactsController } from './contacts.controller.js';
import { ContactsQueries } from './contacts.queries.js';
import { ContactsService } from './contacts.service.js';
import './contacts.relations.js';
import { ContactOwnership } from './custody/contact-ownership.js';
import { ContactRetention } from './custody/contact-retention.js';
import './custody/contacts.sight.js';
import { ContactChanges } from './drafts/contact-changes.js';
import { ContactCompany } from './drafts/contact-company.js';
import { ContactDrafts } from './drafts/contact-drafts.js';
import { PrimaryContacts } from './primary/primary-contacts.js';
import { ContactMergingController } from './merging/contact-merging.controller.js';

@Module({
  imports: [UsersModule, CompaniesModule],
  controllers: [ContactsController, ContactMergingController],
  providers: [
    ContactsService,
    ContactsQueries,
    ContactBulkService,
    ContactChanges,
    ContactCompany,
    ContactDrafts,
    ContactOwnership,
    ContactRetention,
    PrimaryContacts,
  ],
  exports: [ContactsService, ContactsQueries],
})
export class ContactsModule {}
