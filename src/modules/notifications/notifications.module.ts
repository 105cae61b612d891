import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/index.js';
import { UsersModule } from '../users/index.js';
import { ChannelUpdater } from './channels/channel-updater.js';
import { ChannelFieldDependents } from './channels/dependents/channel-field-dependents.js';
import { ChannelAddressChanges } from './channels/channel-address-changes.js';
import { ChannelOwnership } from './channels/dependents/channel-ownership.js';
import { ChannelTransports } from './channels/channel-transports.js';
import { ChannelsController } from './channels/channels.controller.js';
import { ChannelsQueries } from './channels/channels.queries.js';
import { ChannelsService } from './channels/channels.service.js';
import { Digests } from './deliveries/sending/digests.js';
import { DeliveriesController } from './deliveries/deliveries.controller.js';
import { NotificationDeliveriesQueries } from './deliveries/deliveries.queries.js';
import { NotificationDeliveriesService } from './deliveries/deliveries.service.js';
import { NotificationDeliveryQueue } from './deliveries/notification-delivery-queue.js';
import { DeliveryReferences } from './deliveries/delivery-references.js';
import { DeliveryMaintenance } from './deliveries/delivery-maintenance.js';
import { NotificationSubscriber } from './deliveries/notification-subscriber.js';
import { NotificationWorker } from './deliveries/sending/notification-worker.js';
import { OpenDeliveries } from './deliveries/sending/open-deliveries.js';
import { NotificationSender } from './deliveries/sending/notification-sender.js';
import { NotificationResults } from './deliveries/sending/notification-results.js';
import { SystemNotices } from './deliveries/system-notices.js';
import { TestSending } from './deliveries/sending/test-sending.js';
import { NotificationTiming } from './deliveries/sending/notification-timing.js';
import { Discord } from './services/discord.js';
import { EmailTransport } from './services/email-transport.js';
import { RateLimitPauses } from './services/rate-limit-pauses.js';
import { ServiceAddresses } from './services/service-addresses.js';
import { Services } from './services/services.js';
import { Slack } from './services/slack.js';
import { Telegram } from './services/telegram.js';
import { WebRequest } from './services/web-request.js';

@Module({
  imports: [UsersModule, SettingsModule],
  controllers: [ChannelsController, DeliveriesController],
  providers: [
    ChannelsService,
    ChannelsQueries,
    ChannelUpdater,
    ChannelAddressChanges,
    ChannelTransports,
    ChannelOwnership,
    ChannelFieldDependents,
    NotificationDeliveriesService,
    NotificationDeliveriesQueries,
    NotificationDeliveryQueue,
    DeliveryMaintenance,
    DeliveryReferences,
    OpenDeliveries,
    Digests,
    NotificationSender,
    TestSending,
    NotificationResults,
    SystemNotices,
    NotificationTiming,
    NotificationSubscriber,
    NotificationWorker,
    Services,
    Discord,
    Telegram,
    Slack,
    EmailTransport,
    WebRequest,
    RateLimitPauses,
    ServiceAddresses,
  ],
})
export class NotificationsModule {}
