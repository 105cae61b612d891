import { Body, Controller, Delete, Get, HttpStatus, Patch, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { pageOf, type Page } from '../../kernel/page.js';
import { IfMatch, RecordId } from '../../kernel/routes/parameters.js';
import { OperationId, Returns, ReturnsNothing } from '../../kernel/routes/returns.js';
import {
  SavedViewCopy,
  SavedViewCreate,
  SavedViewQuery,
  SavedViewTransfer,
  SavedViewUpdate,
  SavedViewView,
} from './views.dto.js';
import { ViewsQueries } from './views.queries.js';
import { ViewsService } from './views.service.js';

@ApiTags('Views')
@Controller('views')
export class ViewsController {
  constructor(
    private readonly views: ViewsService,
    private readonly queries: ViewsQueries,
  ) {}

  /** List views. Your own views and shared views of records that you may read. Default order: by name. */
  @Get()
  @Can('views:read')
  @Returns(pageOf(SavedViewView))
  list(@Me() actor: Actor, @Query() query: SavedViewQuery): Promise<Page<SavedViewView>> {
    return this.queries.list(actor, query);
  }

  /** Create a view. Filter, columns and sort order are checked against the fields of the record type. */
  @Post()
  @Can('views:create')
  @Returns(SavedViewView, { status: HttpStatus.CREATED, location: 'views' })
  create(@Me() actor: Actor, @Body() body: SavedViewCreate): Promise<SavedViewView> {
    return this.views.create(actor, body);
  }

  /** Get a view. */
  @Get(':id')
  @Can('views:read')
  @Returns(SavedViewView)
  get(@Me() actor: Actor, @RecordId() id: string): Promise<SavedViewView> {
    return this.queries.get(actor, id);
  }

  /**
   * Update a view. Omitted fields are unchanged. Views shared by others need `views:share`. With `If-Match`, an
   * outdated version is rejected.
   */
  @Patch(':id')
  @Can('views:update')
  @Returns(SavedViewView)
  update(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: SavedViewUpdate,
    @IfMatch() version?: number,
  ): Promise<SavedViewView> {
    return this.views.update(actor, id, body, version);
  }

  /** Delete a view permanently. Other users lose a shared view too. */
  @Delete(':id')
  @Can('views:delete')
  @ReturnsNothing()
  remove(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.views.remove(actor, id, version);
  }

  /** Duplicate a view. The copy is private and belongs to the caller. */
  @Post(':id/duplicate')
  @Can('views:create')
  @Returns(SavedViewView, { status: HttpStatus.CREATED, location: 'views' })
  @ApiBody({ type: SavedViewCopy, required: false })
  duplicate(@Me() actor: Actor, @RecordId() id: string, @Body() body?: SavedViewCopy): Promise<SavedViewView> {
    return this.views.duplicate(actor, id, body ?? {});
  }

  /** Change the owner of a view. The response contains the view even if the caller cannot see it any more. */
  @OperationId('changeViewOwner')
  @Post(':id/transfer')
  @Can('views:update')
  @Returns(SavedViewView)
  transfer(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() { ownerId }: SavedViewTransfer,
    @IfMatch() version?: number,
  ): Promise<SavedViewView> {
    return this.views.transfer(actor, id, ownerId, version);
  }

  /** Pin a view. Only for the caller. */
  @Post(':id/pin')
  @Can('views:read')
  @Returns(SavedViewView)
  pin(@Me() actor: Actor, @RecordId() id: string): Promise<SavedViewView> {
    return this.views.pin(actor, id, true);
  }

  /** Unpin a view. Only for the caller. */
  @Post(':id/unpin')
  @Can('views:read')
  @Returns(SavedViewView)
  unpin(@Me() actor: Actor, @RecordId() id: string): Promise<SavedViewView> {
    return this.views.pin(actor, id, false);
  }

  /** Set your default view. The view replaces your previous default view of the record type. */
  @OperationId('setDefaultView')
  @Post(':id/set-default')
  @Can('views:read')
  @Returns(SavedViewView)
  setDefault(@Me() actor: Actor, @RecordId() id: string): Promise<SavedViewView> {
    return this.views.createDefault(actor, id, true);
  }

  /** Clear your default view. */
  @OperationId('clearDefaultView')
  @Post(':id/clear-default')
  @Can('views:read')
  @Returns(SavedViewView)
  clearDefault(@Me() actor: Actor, @RecordId() id: string): Promise<SavedViewView> {
    return this.views.createDefault(actor, id, false);
  }
}
