import { Body, Controller, Delete, Get, HttpStatus, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, RequireRecentAuth, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { PageQuery, pageOf, type Page } from '../../../kernel/page.js';
import { IfMatch, RecordId } from '../../../kernel/routes/parameters.js';
import { OperationId, Returns, ReturnsNothing, SdkName } from '../../../kernel/routes/returns.js';
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

@ApiTags('Notification channels')
@Controller('notification-channels')
export class ChannelsController {
  constructor(
    private readonly channels: ChannelsService,
    private readonly queries: ChannelsQueries,
    private readonly changes: HistoryQueries,
  ) {}

  /** List notification channels. Default order: newest first. */
  @Get()
  @Can('notification-channels:read')
  @Returns(pageOf(NotificationChannelView))
  list(@Query() query: NotificationChannelQuery): Promise<Page<NotificationChannelView>> {
    return this.queries.list(query);
  }

  /** Create a notification channel. The caller needs the permission to see the selected events. */
  @Post()
  @Can('notification-channels:create')
  @RequireRecentAuth()
  @Returns(NotificationChannelView, { status: HttpStatus.CREATED, location: 'notification-channels' })
  create(@Me() actor: Actor, @Body() body: NotificationChannelCreate): Promise<NotificationChannelView> {
    return this.channels.create(actor, body);
  }

  /** List the merge tags for templates. */
  @OperationId('listNotificationMergeTags')
  @SdkName('listMergeTags')
  @Get('merge-tags')
  @Can('notification-channels:read')
  @Returns(MergeTagsView)
  listMergeTags(): MergeTagsView {
    return { data: Object.entries(MERGE_TAGS).map(([name, { description }]) => ({ tag: `{{${name}}}`, description })) };
  }

  /** Get a notification channel. */
  @Get(':id')
  @Can('notification-channels:read')
  @Returns(NotificationChannelView)
  get(@RecordId() id: string): Promise<NotificationChannelView> {
    return this.queries.get(id);
  }

  /**
   * List the changes of a notification channel. Newest first, with the user who made each change. Secrets are not
   * shown.
   */
  @Get(':id/history')
  @Can('notification-channels:read')
  @Returns(pageOf(HistoryEntryView))
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    return this.changes.list('notification-channels', (await this.queries.get(id, { deleted: 'any' })).id, query);
  }

  /** Update a notification channel. Omitted fields are unchanged. With `If-Match`, an outdated version is rejected. */
  @Patch(':id')
  @Can('notification-channels:update')
  @Returns(NotificationChannelView)
  update(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: NotificationChannelUpdate,
    @IfMatch() version?: number,
  ): Promise<NotificationChannelView> {
    return this.channels.update(actor, id, body, version);
  }

  /** Delete a notification channel. Pending messages are not sent. The channel can be restored. */
  @Delete(':id')
  @Can('notification-channels:delete')
  @ReturnsNothing()
  remove(@RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.channels.remove(id, version);
  }

  /** Restore a deleted notification channel. */
  @Post(':id/restore')
  @Can('notification-channels:update')
  @Returns(NotificationChannelView)
  restore(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<NotificationChannelView> {
    return this.channels.restore(actor, id, version);
  }

  /** Enable a notification channel. Clears the recorded errors. */
  @Post(':id/enable')
  @Can('notification-channels:update')
  @Returns(NotificationChannelView)
  enable(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<NotificationChannelView> {
    return this.channels.enable(actor, id, version);
  }

  /** Disable a notification channel. Pending messages are not sent. */
  @Post(':id/disable')
  @Can('notification-channels:update')
  @Returns(NotificationChannelView)
  disable(@RecordId() id: string, @IfMatch() version?: number): Promise<NotificationChannelView> {
    return this.channels.disable(id, version);
  }
}
