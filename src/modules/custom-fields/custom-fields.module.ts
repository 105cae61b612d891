import { Global, Module } from '@nestjs/common';
import { CustomFields } from '../../platform/records/index.js';
import { UsersModule } from '../users/index.js';
import { Consequences } from './definitions/consequences.js';
import { CustomFieldsController } from './definitions/custom-fields.controller.js';
import { CustomFieldsQueries } from './definitions/custom-fields.queries.js';
import { CustomFieldsService } from './definitions/custom-fields.service.js';
import { UniqueValues } from './definitions/unique-values.js';
import { FieldIndexBuilder } from './indexes/field-index.builder.js';
import { FieldIndexWorker } from './indexes/field-index.worker.js';
import { FieldIndexes } from './indexes/field-indexes.js';
import { CustomValues } from './values/custom-values.js';
import { KnownFields } from './values/known-fields.js';
import { LinkedValues } from './values/linked-values.js';

/** Global: whoever keeps records asks through the port what fields they have been given. */
@Global()
@Module({
  imports: [UsersModule],
  controllers: [CustomFieldsController],
  providers: [
    CustomFieldsService,
    CustomFieldsQueries,
    Consequences,
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
