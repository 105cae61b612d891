import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/index.js';
import { JobGroupsController } from './groups/job-groups.controller.js';
import { JobGroupsService } from './groups/job-groups.service.js';
import { JobsController } from './jobs.controller.js';
import { JobsQueries } from './jobs.queries.js';
import { JobsService } from './jobs.service.js';
import { ParkedEventsController } from './parked-events/parked-events.controller.js';
import { ParkedEventsService } from './parked-events/parked-events.service.js';
import { Redrive } from './redrive.js';
import { ScheduledJobsController } from './scheduled/scheduled-jobs.controller.js';
import { ScheduledJobsQueries } from './scheduled/scheduled-jobs.queries.js';
import { ScheduledJobsService } from './scheduled/scheduled-jobs.service.js';
import { EventUpkeep } from './upkeep/event-upkeep.js';
import { QueueUpkeep } from './upkeep/queue-upkeep.js';

/** The operators' doors to the queue, whose machine is the platform's. */
@Module({
  imports: [SettingsModule],
  // Parked events first: to the jobs' own controller their address looks like a job's.
  controllers: [ParkedEventsController, JobsController, JobGroupsController, ScheduledJobsController],
  providers: [
    JobsQueries,
    JobsService,
    Redrive,
    JobGroupsService,
    ParkedEventsService,
    ScheduledJobsQueries,
    ScheduledJobsService,
    EventUpkeep,
    QueueUpkeep,
  ],
})
export class OperatorsModule {}
