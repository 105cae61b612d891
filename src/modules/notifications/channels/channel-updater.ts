import { Injectable } from '@nestjs/common';
import { LockMode } from '@mikro-orm/postgresql';
import { changeBetween, requireVersion } from '../../../kernel/change.js';
import { notFound } from '../../../kernel/errors.js';
import { Events, type EventType } from '../../../kernel/events.js';
import { Database } from '../../../platform/database/index.js';
import type { NotificationChannelUpdate, NotificationChannelView } from './channels.dto.js';
import type { NotificationChannelChange } from './channels.events.js';
import { ChannelsQueries } from './channels.queries.js';
import { NotificationChannel } from './notification-channel.entity.js';

interface ChangeOptions {
  /** Expected version. Without a version, the change applies to any version. */
  readonly version?: number | undefined;
  readonly patch?: Omit<NotificationChannelUpdate, 'config'>;
  readonly deleted?: boolean;
}

/** Changes a channel under its lock and records an event if a field changed. */
@Injectable()
export class ChannelUpdater {
  constructor(
    private readonly database: Database,
    private readonly queries: ChannelsQueries,
    private readonly events: Events,
  ) {}

  change(
    id: string,
    event: EventType<NotificationChannelChange>,
    apply: (channel: NotificationChannel) => void | Promise<void>,
    options: ChangeOptions = {},
  ): Promise<NotificationChannelView> {
    return this.database.write(async (em) => {
      const channel = await em.findOne(NotificationChannel, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!channel) throw notFound('notification-channel');
      const before = await this.queries.get(id, { deleted: options.deleted ? 'any' : 'no' });
      requireVersion(before, options.version, options.patch);
      await apply(channel);
      await em.flush();
      const after = await this.queries.get(id, { deleted: 'any' });
      const change = changeBetween(before, after);
      if (change.changedFields.length > 0) this.events.record(event, id, change);
      return after;
    });
  }
}
