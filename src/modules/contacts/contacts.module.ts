import { Module } from '@nestjs/common';
import { historyController, recordProviders } from '../../platform/records/index.js';
import { CompaniesModule } from '../companies/index.js';
import { UsersModule } from '../users/index.js';
import { contactType } from './contact.type.js';
import { ContactsController } from './contacts.controller.js';
import { ContactsQueries } from './contacts.queries.js';
import { ContactsService } from './contacts.service.js';
import { ContactUpdater } from './factory/contact-updater.js';
import { ContactFactory } from './factory/contact-factory.js';
import { PrimaryContacts } from './primary/primary-contacts.js';
import { ContactMergingController } from './merging/contact-merging.controller.js';

@Module({
  imports: [UsersModule, CompaniesModule],
  controllers: [ContactsController, historyController('contacts', ContactsQueries), ContactMergingController],
  providers: [
    ContactsService,
    ContactsQueries,
    ContactUpdater,
    ContactFactory,
    PrimaryContacts,
    ...recordProviders(contactType),
  ],
  exports: [ContactsService, ContactsQueries],
})
export class ContactsModule {}
