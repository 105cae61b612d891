import { Module } from '@nestjs/common';
import { UsersModule } from '../users/index.js';
import { WebhookDeliveriesController } from './deliveries/deliveries.controller.js';
import { WebhookDeliveriesQueries } from './deliveries/deliveries.queries.js';
import { WebhookDeliveriesService } from './deliveries/deliveries.service.js';
import { DeliveryAttempts } from './deliveries/attempts/delivery-attempts.js';
import { WebhookDeliveryQueue } from './deliveries/webhook-delivery-queue.js';
import { DeliveryReads } from './deliveries/attempts/delivery-reads.js';
import { DeliveryRecords } from './deliveries/attempts/delivery-records.js';
import { DeliveryResults } from './deliveries/attempts/delivery-results.js';
import { DeliveryWorker } from './deliveries/attempts/delivery-worker.js';
import { EndpointHealth } from './deliveries/attempts/endpoint-health.js';
import { WebhookFanOut } from './deliveries/webhook-fan-out.js';
import { ResendWorker } from './deliveries/attempts/resend-worker.js';
import { TestDelivery } from './deliveries/test-delivery.js';
import { CustomHeaders } from './headers/custom-headers.js';
import { WebhookRecoveryController } from './recovery/recovery.controller.js';
import { RecoveryService } from './recovery/recovery.service.js';
import { RecoveryWorker } from './recovery/recovery-worker.js';
import { WebhookSecrets } from './secrets/webhook-secrets.js';
import { RetrySchedule } from './sending/retry-schedule.js';
import { WebhookSender } from './sending/webhook-sender.js';
import { MessageExpunge } from './maintenance/message-expunge.js';
import { MessageReferences } from './maintenance/message-references.js';
import { WebhookSchedule } from './maintenance/webhook-schedule.js';
import { WebhookMaintenance } from './maintenance/webhook-maintenance.js';
import { WebhookUpdater } from './webhook-updater.js';
import { WebhookFactory } from './webhook-factory.js';
import { WebhookFieldDependents } from './dependents/webhook-field-dependents.js';
import { WebhookOwnership } from './dependents/webhook-ownership.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhooksQueries } from './webhooks.queries.js';
import { WebhooksService } from './webhooks.service.js';

@Module({
  imports: [UsersModule],
  controllers: [WebhooksController, WebhookDeliveriesController, WebhookRecoveryController],
  providers: [
    WebhooksService,
    WebhooksQueries,
    WebhookUpdater,
    WebhookFactory,
    WebhookSecrets,
    CustomHeaders,
    WebhookSender,
    RetrySchedule,
    WebhookFanOut,
    WebhookDeliveryQueue,
    DeliveryWorker,
    ResendWorker,
    DeliveryAttempts,
    DeliveryReads,
    DeliveryRecords,
    DeliveryResults,
    EndpointHealth,
    WebhookDeliveriesService,
    WebhookDeliveriesQueries,
    TestDelivery,
    RecoveryService,
    RecoveryWorker,
    WebhookSchedule,
    WebhookMaintenance,
    MessageExpunge,
    MessageReferences,
    WebhookOwnership,
    WebhookFieldDependents,
  ],
  exports: [WebhookMaintenance],
})
export class WebhooksModule {}
