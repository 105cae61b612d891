import { Injectable } from '@nestjs/common';
import { requireRecentAuth } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/entity.js';
import { Events } from '../../../kernel/events.js';
import { Database } from '../../../platform/database/index.js';
import { readEventFilter, requireEventAccess, requireEventChoice } from '../../../platform/outbox/index.js';
import { User } from '../../users/index.js';
import { requireTemplate } from '../messages/template.js';
import { ChannelUpdater } from './channel-updater.js';
import { readChannelConfig } from './configs/channel-config.js';
import { ChannelTransports } from './channel-transports.js';
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

/** Fields that decide what is sent and where. A change requires a recent authentication. */
const DESTINATION = ['config', 'events', 'filter'] as const;

@Injectable()
export class ChannelsService {
  constructor(
    private readonly database: Database,
    private readonly updater: ChannelUpdater,
    private readonly queries: ChannelsQueries,
    private readonly events: Events,
    private readonly transports: ChannelTransports,
  ) {}

  create(
    actor: Actor,
    { name, type, config: input, events, filter = null, template = null, enabled = true }: NotificationChannelCreate,
  ): Promise<NotificationChannelView> {
    check(actor, { events, filter, template }, actor.userId);
    const { config, secret } = readChannelConfig(type, input);
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
      this.transports.put(channel, secret);
      await em.flush();
      await this.transports.open(id);
      const view = await this.queries.get(id);
      this.events.record(notificationChannelCreated, id, { object: view, previous: {}, changedFields: [] });
      return view;
    });
  }

  update(
    actor: Actor,
    id: string,
    patch: NotificationChannelUpdate,
    version?: number,
  ): Promise<NotificationChannelView> {
    const { config: input, enabled, ...plain } = patch;
    if (DESTINATION.some((field) => patch[field] !== undefined)) requireRecentAuth(actor);
    return this.updater.change(
      id,
      notificationChannelUpdated,
      async (channel) => {
        // Also checks the earlier events, because pending messages go to the new address.
        requireEventAccess(actor, channel.events, channel.createdBy?.id ?? null);
        for (const [field, value] of Object.entries(plain))
          if (value !== undefined) Object.assign(channel, { [field]: value });
        check(actor, channel, channel.createdBy?.id ?? null);
        if (input) await this.changeTarget(actor, channel, input);
        if (enabled !== undefined) await this.setEnabled(channel, enabled);
      },
      { version, patch: plain },
    );
  }

  enable(actor: Actor, id: string, version?: number): Promise<NotificationChannelView> {
    return this.updater.change(
      id,
      notificationChannelEnabled,
      async (channel) => {
        requireEventAccess(actor, channel.events, channel.createdBy?.id ?? null);
        await this.setEnabled(channel, true);
      },
      { version },
    );
  }

  disable(id: string, version?: number): Promise<NotificationChannelView> {
    return this.updater.change(id, notificationChannelDisabled, (channel) => this.setEnabled(channel, false), {
      version,
    });
  }

  async remove(id: string, version?: number): Promise<void> {
    await this.updater.change(
      id,
      notificationChannelDeleted,
      async (channel) => {
        channel.remove();
        await this.transports.close(id, 'channel-deleted');
      },
      { version },
    );
  }

  restore(actor: Actor, id: string, version?: number): Promise<NotificationChannelView> {
    return this.updater.change(
      id,
      notificationChannelRestored,
      (channel) => {
        requireEventAccess(actor, channel.events, channel.createdBy?.id ?? null);
        channel.restore();
      },
      { deleted: true, version },
    );
  }

  /** Changes the target of a channel and clears the failures of the earlier target. */
  private async changeTarget(actor: Actor, channel: NotificationChannel, input: object): Promise<void> {
    const { config, secret } = readChannelConfig(channel.type, input, channel.config);
    channel.config = config;
    this.transports.put(channel, secret);
    channel.forgetFailures();
    await this.transports.open(channel.id);
  }

  private async setEnabled(channel: NotificationChannel, on: boolean): Promise<void> {
    if (on === channel.enabled) return;
    if (on) channel.enable();
    else channel.disable('manual');
    await (on ? this.transports.open(channel.id) : this.transports.close(channel.id, 'channel-disabled'));
  }
}

function check(
  actor: Actor,
  { events, filter, template }: Pick<NotificationChannel, 'events' | 'filter' | 'template'>,
  creatorId: string | null,
): void {
  requireEventChoice(events);
  requireEventAccess(actor, events, creatorId);
  if (filter) readEventFilter(filter, events);
  if (template) requireTemplate(template);
}
