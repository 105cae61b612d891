import { Module } from '@nestjs/common';
import { UsersModule } from '../users/index.js';
import { WebhookDeliveriesController } from './deliveries/deliveries.controller.js';
import { DeliveriesQueries } from './deliveries/deliveries.queries.js';
import { DeliveriesService } from './deliveries/deliveries.service.js';
import { DeliveryAttempts } from './deliveries/delivery-attempts.js';
import { DeliveryQueue } from './deliveries/delivery-queue.js';
import { DeliveryReads } from './deliveries/delivery-reads.js';
import { DeliveryRecords } from './deliveries/delivery-records.js';
import { DeliverySettlement } from './deliveries/delivery-settlement.js';
import { DeliveryWorker } from './deliveries/delivery-worker.js';
import { EndpointHealth } from './deliveries/endpoint-health.js';
import { WebhookFanOut } from './deliveries/fan-out.js';
import { ResendWorker } from './deliveries/resend-worker.js';
import { TestDelivery } from './deliveries/test-delivery.js';
import { CustomHeaders } from './headers/custom-headers.js';
import { WebhookRecoveryController } from './recovery/recovery.controller.js';
import { RecoveryService } from './recovery/recovery.service.js';
import { RecoveryWorker } from './recovery/recovery-worker.js';
import { WebhookSecrets } from './secrets/webhook-secrets.js';
import { RetrySchedule } from './sending/retry-schedule.js';
import { WebhookSender } from './sending/sender.js';
import { MessageExpunge } from './upkeep/message-expunge.js';
import { MessageTraces } from './upkeep/message-traces.js';
import { WebhookSchedule } from './upkeep/webhook-schedule.js';
import { WebhookUpkeep } from './upkeep/webhook-upkeep.js';
import { WebhookChanges } from './webhook-changes.js';
import { WebhookDrafts } from './webhook-drafts.js';
import { WebhookOwnership } from './webhook-ownership.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhooksQueries } from './webhooks.queries.js';
import { WebhooksService } from './webhooks.service.js';

@Module({
  imports: [UsersModule],
  controllers: [WebhooksController, WebhookDeliveriesController, WebhookRecoveryController],
  providers: [
    WebhooksService,
    WebhooksQueries,
    WebhookChanges,
    WebhookDrafts,
    WebhookSecrets,
    CustomHeaders,
    WebhookSender,
    RetrySchedule,
    WebhookFanOut,
    DeliveryQueue,
    DeliveryWorker,
    ResendWorker,
    DeliveryAttempts,
    DeliveryReads,
    DeliveryRecords,
    DeliverySettlement,
    EndpointHealth,
    DeliveriesService,
    DeliveriesQueries,
    TestDelivery,
    RecoveryService,
    RecoveryWorker,
    WebhookSchedule,
    WebhookUpkeep,
    MessageExpunge,
    MessageTraces,
    WebhookOwnership,
  ],
  exports: [WebhookUpkeep],
})
export class WebhooksModule {}
