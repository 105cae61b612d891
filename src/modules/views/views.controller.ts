import { Body, Controller, Delete, Get, HttpStatus, Patch, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { pageOf, type Page } from '../../kernel/page.js';
import { IfMatch, RecordId } from '../../kernel/parameters.js';
import { Returns, ReturnsNothing } from '../../kernel/returns.js';
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

  /** Lists one's own views and those that were shared, of records that one may read; by name unless `sort` says otherwise. */
  @Get()
  @Can('views:read')
  @Returns(pageOf(SavedViewView))
  list(@Me() actor: Actor, @Query() query: SavedViewQuery): Promise<Page<SavedViewView>> {
    return this.queries.list(actor, query);
  }

  /** Saves a view. Its filter, columns and order are checked against the fields of the records. */
  @Post()
  @Can('views:create')
  @Returns(SavedViewView, { status: HttpStatus.CREATED, location: 'views' })
  create(@Me() actor: Actor, @Body() body: SavedViewCreate): Promise<SavedViewView> {
    return this.views.create(actor, body);
  }

  /** Gives one view. */
  @Get(':id')
  @Can('views:read')
  @Returns(SavedViewView)
  get(@Me() actor: Actor, @RecordId() id: string): Promise<SavedViewView> {
    return this.queries.get(actor, id);
  }

  /** Changes a view: absent fields stay. Those that others shared take `views:share`. With `If-Match` a stale copy is refused. */
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

  /** Deletes a view for good, for everybody who used it. */
  @Delete(':id')
  @Can('views:delete')
  @ReturnsNothing()
  remove(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.views.remove(actor, id, version);
  }

  /** Makes a private copy of a view, which is the caller's. */
  @Post(':id/duplicate')
  @Can('views:create')
  @Returns(SavedViewView, { status: HttpStatus.CREATED, location: 'views' })
  @ApiBody({ type: SavedViewCopy, required: false })
  duplicate(@Me() actor: Actor, @RecordId() id: string, @Body() body?: SavedViewCopy): Promise<SavedViewView> {
    return this.views.duplicate(actor, id, body ?? {});
  }

  /** Gives a view to somebody else. Whoever gives a private one away gets this answer, and does not see it afterwards. */
  @Post(':id/transfer')
  @Can('views:update')
  @Returns(SavedViewView)
  transfer(@Me() actor: Actor, @RecordId() id: string, @Body() { ownerId }: SavedViewTransfer): Promise<SavedViewView> {
    return this.views.transfer(actor, id, ownerId);
  }

  /** Pins a view, for the caller alone. */
  @Post(':id/pin')
  @Can('views:read')
  @Returns(SavedViewView)
  pin(@Me() actor: Actor, @RecordId() id: string): Promise<SavedViewView> {
    return this.views.pin(actor, id, true);
  }

  /** Takes the caller's pin from a view. */
  @Post(':id/unpin')
  @Can('views:read')
  @Returns(SavedViewView)
  unpin(@Me() actor: Actor, @RecordId() id: string): Promise<SavedViewView> {
    return this.views.pin(actor, id, false);
  }

  /** Makes a view what the caller sees first of its records, instead of another. */
  @Post(':id/make-default')
  @Can('views:read')
  @Returns(SavedViewView)
  makeDefault(@Me() actor: Actor, @RecordId() id: string): Promise<SavedViewView> {
    return this.views.makeDefault(actor, id, true);
  }

  /** A view is no longer what the caller sees first. */
  @Post(':id/clear-default')
  @Can('views:read')
  @Returns(SavedViewView)
  clearDefault(@Me() actor: Actor, @RecordId() id: string): Promise<SavedViewView> {
    return this.views.makeDefault(actor, id, false);
  }
}
