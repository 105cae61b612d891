import { Body, Controller, Delete, Get, HttpStatus, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { PageQuery, pageOf, type Page } from '../../../kernel/page.js';
import { IfMatch, RecordId } from '../../../kernel/parameters.js';
import { Returns, ReturnsNothing } from '../../../kernel/returns.js';
import { HistoryEntryView, HistoryQueries } from '../../../platform/audit/index.js';
import { MERGE_TAGS } from '../messages/merge-tags.js';
import {
  MergeTagsView,
  NotificationChannelCreate,
  NotificationChannelQuery,
  NotificationChannelUpdate,
  NotificationChannelView,
} from './channels.dto.js';
import { ChannelsQueries } from './channels.queries.js';
import { ChannelsService } from './channels.service.js';

@ApiTags('Notifications')
@Controller('notification-channels')
export class ChannelsController {
  constructor(
    private readonly channels: ChannelsService,
    private readonly queries: ChannelsQueries,
    private readonly changes: HistoryQueries,
  ) {}

  /** Lists notification channels, newest first unless `sort` says otherwise. */
  @Get()
  @Can('notification-channels:read')
  @Returns(pageOf(NotificationChannelView))
  listChannels(@Query() query: NotificationChannelQuery): Promise<Page<NotificationChannelView>> {
    return this.queries.list(query);
  }

  /** Makes a notification channel: from now on it is told of its events, which the caller must be allowed to see. */
  @Post()
  @Can('notification-channels:create')
  @Returns(NotificationChannelView, { status: HttpStatus.CREATED, location: 'notification-channels' })
  createChannel(@Me() actor: Actor, @Body() body: NotificationChannelCreate): Promise<NotificationChannelView> {
    return this.channels.create(actor, body);
  }

  /** Lists the merge tags that a template may hold. */
  @Get('merge-tags')
  @Can('notification-channels:read')
  @Returns(MergeTagsView)
  listMergeTags(): MergeTagsView {
    return { data: Object.entries(MERGE_TAGS).map(([name, { description }]) => ({ tag: `{{${name}}}`, description })) };
  }

  /** Gives one notification channel. */
  @Get(':id')
  @Can('notification-channels:read')
  @Returns(NotificationChannelView)
  getChannel(@RecordId() id: string): Promise<NotificationChannelView> {
    return this.queries.get(id);
  }

  /** Lists what was changed of a notification channel, newest first, with who did it. No secret is shown. */
  @Get(':id/history')
  @Can('notification-channels:read')
  @Returns(pageOf(HistoryEntryView))
  async getChannelHistory(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    return this.changes.of('notification-channels', (await this.queries.get(id, { deleted: 'any' })).id, query);
  }

  /** Changes a notification channel: absent fields stay. With `If-Match` a stale copy is refused. */
  @Patch(':id')
  @Can('notification-channels:update')
  @Returns(NotificationChannelView)
  updateChannel(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: NotificationChannelUpdate,
    @IfMatch() version?: number,
  ): Promise<NotificationChannelView> {
    return this.channels.update(actor, id, body, version);
  }

  /** Deletes a notification channel; it can be restored. What waits is not sent any more. */
  @Delete(':id')
  @Can('notification-channels:delete')
  @ReturnsNothing()
  removeChannel(@RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.channels.remove(id, version);
  }

  /** Restores a deleted notification channel. */
  @Post(':id/restore')
  @Can('notification-channels:update')
  @Returns(NotificationChannelView)
  restoreChannel(@Me() actor: Actor, @RecordId() id: string): Promise<NotificationChannelView> {
    return this.channels.restore(actor, id);
  }

  /** Enables a notification channel and forgets what went wrong before. */
  @Post(':id/enable')
  @Can('notification-channels:update')
  @Returns(NotificationChannelView)
  enableChannel(@Me() actor: Actor, @RecordId() id: string): Promise<NotificationChannelView> {
    return this.channels.enable(actor, id);
  }

  /** Disables a notification channel. What waits is not sent any more. */
  @Post(':id/disable')
  @Can('notification-channels:update')
  @Returns(NotificationChannelView)
  disableChannel(@RecordId() id: string): Promise<NotificationChannelView> {
    return this.channels.disable(id);
  }
}
