import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/index.js';
import { JobGroupsController } from './groups/job-groups.controller.js';
import { JobGroupsService } from './groups/job-groups.service.js';
import { JobsController } from './jobs.controller.js';
import { JobsQueries } from './jobs.queries.js';
import { JobsService } from './jobs.service.js';
import { DeadLetteredEventsController } from './dead-lettered-events/dead-lettered-events.controller.js';
import { DeadLetteredEventsService } from './dead-lettered-events/dead-lettered-events.service.js';
import { JobRetry } from './job-retry.js';
import { ScheduledJobsController } from './scheduled/scheduled-jobs.controller.js';
import { ScheduledJobsQueries } from './scheduled/scheduled-jobs.queries.js';
import { ScheduledJobsService } from './scheduled/scheduled-jobs.service.js';
import { EventMaintenance } from './maintenance/event-maintenance.js';
import { QueueMaintenance } from './maintenance/queue-maintenance.js';

/** Administration of jobs. The queue is in `platform/jobs`. */
@Module({
  imports: [SettingsModule],
  // Must be the first controller: the route `/jobs/:id` also matches the path of dead-lettered events.
  controllers: [DeadLetteredEventsController, JobsController, JobGroupsController, ScheduledJobsController],
  providers: [
    JobsQueries,
    JobsService,
    JobRetry,
    JobGroupsService,
    DeadLetteredEventsService,
    ScheduledJobsQueries,
    ScheduledJobsService,
    EventMaintenance,
    QueueMaintenance,
  ],
})
export class JobAdminModule {}
