import { Global, Module } from '@nestjs/common';
import { SavedViews } from '../../platform/records/index.js';
import { UsersModule } from '../users/index.js';
import { StoredViews } from './stored-views.js';
import { ViewContents } from './view-contents.js';
import { ViewFieldDependents } from './view-field-dependents.js';
import { ViewOwnership } from './view-ownership.js';
import { ViewsController } from './views.controller.js';
import { ViewsQueries } from './views.queries.js';
import { ViewsService } from './views.service.js';

/** Global, because lists in the platform layer use saved views and must not import modules. */
@Global()
@Module({
  imports: [UsersModule],
  controllers: [ViewsController],
  providers: [
    ViewsService,
    ViewOwnership,
    ViewFieldDependents,
    ViewsQueries,
    ViewContents,
    StoredViews,
    { provide: SavedViews, useExisting: StoredViews },
  ],
  exports: [SavedViews],
})
export class ViewsModule {}
