import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/index.js';
import { UsersModule } from '../users/index.js';
import { ChannelChanges } from './channels/channel-changes.js';
import { ChannelMoves } from './channels/channel-moves.js';
import { ChannelOwnership } from './channels/channel-ownership.js';
import { ChannelRoads } from './channels/channel-roads.js';
import { ChannelsController } from './channels/channels.controller.js';
import { ChannelsQueries } from './channels/channels.queries.js';
import { ChannelsService } from './channels/channels.service.js';
import { Bursts } from './deliveries/bursts.js';
import { DeliveriesController } from './deliveries/deliveries.controller.js';
import { DeliveriesQueries } from './deliveries/deliveries.queries.js';
import { DeliveriesService } from './deliveries/deliveries.service.js';
import { DeliveryQueue } from './deliveries/delivery-queue.js';
import { DeliveryTraces } from './deliveries/delivery-traces.js';
import { DeliveryUpkeep } from './deliveries/delivery-upkeep.js';
import { NotificationSubscriber } from './deliveries/notification-subscriber.js';
import { NotificationWorker } from './deliveries/notification-worker.js';
import { OpenDeliveries } from './deliveries/open-deliveries.js';
import { Sending } from './deliveries/sending.js';
import { Settlement } from './deliveries/settlement.js';
import { SystemNotices } from './deliveries/system-notices.js';
import { TestSending } from './deliveries/test-sending.js';
import { NotificationTiming } from './deliveries/timing.js';
import { Discord } from './services/discord.js';
import { EmailService } from './services/email.js';
import { Pauses } from './services/pauses.js';
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
    ChannelChanges,
    ChannelMoves,
    ChannelRoads,
    ChannelOwnership,
    DeliveriesService,
    DeliveriesQueries,
    DeliveryQueue,
    DeliveryUpkeep,
    DeliveryTraces,
    OpenDeliveries,
    Bursts,
    Sending,
    TestSending,
    Settlement,
    SystemNotices,
    NotificationTiming,
    NotificationSubscriber,
    NotificationWorker,
    Services,
    Discord,
    Telegram,
    Slack,
    EmailService,
    WebRequest,
    Pauses,
    ServiceAddresses,
  ],
})
export class NotificationsModule {}
