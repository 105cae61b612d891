import { Injectable } from '@nestjs/common';
import { requireFreshPassword } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/entity.js';
import { Events } from '../../../kernel/events.js';
import { Database } from '../../../platform/database/index.js';
import { readEventFilter, requireEventAccess, requireEventChoice } from '../../../platform/outbox/index.js';
import { User } from '../../users/index.js';
import { requireTemplate } from '../messages/template.js';
import { ChannelChanges } from './channel-changes.js';
import { readConfig } from './channel-config.js';
import { ChannelRoads } from './channel-roads.js';
import type { NotificationChannelCreate, NotificationChannelUpdate, NotificationChannelView } from './channels.dto.js';
import {
  notificationChannelCreated,
  notificationChannelDeleted,
  notificationChannelDisabled,
  notificationChannelEnabled,
  notificationChannelRestored,
  notificationChannelUpdated,
} from './channels.events.js';
import { ChannelsQueries } from './channels.queries.js';
import { NotificationChannel } from './notification-channel.entity.js';

/** What can be done with channels. */
@Injectable()
export class ChannelsService {
  constructor(
    private readonly database: Database,
    private readonly changes: ChannelChanges,
    private readonly queries: ChannelsQueries,
    private readonly events: Events,
    private readonly roads: ChannelRoads,
  ) {}

  create(
    actor: Actor,
    { name, type, config: given, events, filter = null, template = null, enabled = true }: NotificationChannelCreate,
  ): Promise<NotificationChannelView> {
    check(actor, { events, filter, template }, actor.userId);
    const { config, secret } = readConfig(type, given);
    if (secret) requireFreshPassword(actor);
    return this.database.write(async (em) => {
      const id = newId();
      const channel = em.create(NotificationChannel, {
        id,
        name,
        type,
        config,
        events,
        filter,
        template,
        enabled,
        disabledReason: enabled ? null : 'manual',
        createdBy: em.getReference(User, actor.userId),
      });
      this.roads.put(channel, secret);
      await em.flush();
      await this.roads.open(id);
      const view = await this.queries.get(id);
      this.events.record(notificationChannelCreated, id, { object: view, previous: {}, changedFields: [] });
      return view;
    });
  }

  update(
    actor: Actor,
    id: string,
    wanted: NotificationChannelUpdate,
    version?: number,
  ): Promise<NotificationChannelView> {
    const { config: given, enabled, ...plain } = wanted;
    return this.changes.change(
      id,
      notificationChannelUpdated,
      async (channel) => {
        // Before, because what waits goes to the new address.
        requireEventAccess(actor, channel.events, channel.createdBy?.id ?? null);
        for (const [field, value] of Object.entries(plain))
          if (value !== undefined) Object.assign(channel, { [field]: value });
        check(actor, channel, channel.createdBy?.id ?? null);
        if (given) await this.readdress(actor, channel, given);
        if (enabled !== undefined) await this.turn(channel, enabled);
      },
      { version, wanted: plain },
    );
  }

  enable(actor: Actor, id: string): Promise<NotificationChannelView> {
    return this.changes.change(id, notificationChannelEnabled, async (channel) => {
      requireEventAccess(actor, channel.events, channel.createdBy?.id ?? null);
      await this.turn(channel, true);
    });
  }

  disable(id: string): Promise<NotificationChannelView> {
    return this.changes.change(id, notificationChannelDisabled, (channel) => this.turn(channel, false));
  }

  async remove(id: string, version?: number): Promise<void> {
    await this.changes.change(
      id,
      notificationChannelDeleted,
      async (channel) => {
        channel.remove();
        await this.roads.close(id, 'channel-deleted');
      },
      { version },
    );
  }

  restore(actor: Actor, id: string): Promise<NotificationChannelView> {
    return this.changes.change(
      id,
      notificationChannelRestored,
      (channel) => {
        requireEventAccess(actor, channel.events, channel.createdBy?.id ?? null);
        channel.restore();
      },
      { deleted: true },
    );
  }

  /** Somewhere else: what went wrong before says nothing of it. */
  private async readdress(actor: Actor, channel: NotificationChannel, given: object): Promise<void> {
    const { config, secret } = readConfig(channel.type, given, channel.config);
    if (secret) requireFreshPassword(actor);
    channel.config = config;
    this.roads.put(channel, secret);
    channel.forgetFailures();
    await this.roads.open(channel.id);
  }

  private async turn(channel: NotificationChannel, on: boolean): Promise<void> {
    if (on === channel.enabled) return;
    if (on) channel.enable();
    else channel.disable('manual');
    await (on ? this.roads.open(channel.id) : this.roads.close(channel.id, 'channel-disabled'));
  }
}

function check(
  actor: Actor,
  { events, filter, template }: Pick<NotificationChannel, 'events' | 'filter' | 'template'>,
  makerId: string | null,
): void {
  requireEventChoice(events);
  requireEventAccess(actor, events, makerId);
  if (filter) readEventFilter(filter, events);
  if (template) requireTemplate(template);
}
