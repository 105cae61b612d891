import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { CustomFields } from '../../platform/records/index.js';
import { SettingsModule } from '../settings/index.js';
import { UsersModule } from '../users/index.js';
import { Consequences } from './definitions/consequences.js';
import { CustomFieldsController } from './definitions/custom-fields.controller.js';
import { CustomFieldsQueries } from './definitions/custom-fields.queries.js';
import { CustomFieldsService } from './definitions/custom-fields.service.js';
import { DeletedFieldMails } from './definitions/deleted-field-mails.js';
import { FieldUses } from './definitions/field-uses.js';
import { UniqueValues } from './definitions/unique-values.js';
import { FieldIndexBuilder } from './indexes/field-index.builder.js';
import { FieldIndexWorker } from './indexes/field-index.worker.js';
import { FieldIndexes } from './indexes/field-indexes.js';
import { CustomValues } from './values/custom-values.js';
import { KnownFields } from './values/known-fields.js';
import { LinkedValues } from './values/linked-values.js';

/** Global, because all record modules use the provider `CustomFields`. */
@Global()
@Module({
  imports: [DiscoveryModule, UsersModule, SettingsModule],
  controllers: [CustomFieldsController],
  providers: [
    CustomFieldsService,
    CustomFieldsQueries,
    Consequences,
    DeletedFieldMails,
    FieldUses,
    UniqueValues,
    FieldIndexBuilder,
    FieldIndexWorker,
    FieldIndexes,
    KnownFields,
    LinkedValues,
    { provide: CustomFields, useClass: CustomValues },
  ],
  exports: [CustomFields, KnownFields],
})
export class CustomFieldsModule {}
