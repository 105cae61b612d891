import { Module } from '@nestjs/common';
import { UsersModule } from '../users/index.js';
import { ContactsController } from './contacts.controller.js';
import { ContactsQueries } from './contacts.queries.js';
import './contacts.sight.js';

@Module({
  imports: [UsersModule],
  controllers: [ContactsController],
  providers: [ContactsQueries],
  exports: [ContactsQueries],
})
export class ContactsModule {}
