import { Global, Module } from '@nestjs/common';
import { SavedViews } from '../../platform/records/index.js';
import { UsersModule } from '../users/index.js';
import { KeptViews } from './kept-views.js';
import { ViewContents } from './view-contents.js';
import { ViewOwnership } from './view-ownership.js';
import { ViewsController } from './views.controller.js';
import { ViewsQueries } from './views.queries.js';
import { ViewsService } from './views.service.js';

/** For everybody: lists of the platform take views, and know no module. */
@Global()
@Module({
  imports: [UsersModule],
  controllers: [ViewsController],
  providers: [
    ViewsService,
    ViewOwnership,
    ViewsQueries,
    ViewContents,
    KeptViews,
    { provide: SavedViews, useExisting: KeptViews },
  ],
  exports: [SavedViews],
})
export class ViewsModule {}
