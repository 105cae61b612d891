import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ScheduleCursor } from './due-times/schedule-cursor.js';
import { ScheduleClock } from './schedule-clock.js';
import { ScheduleRuns } from './schedule-runs.js';
import { ScheduledJobs } from './scheduled-jobs.js';
import { ScheduleWorker } from './schedule-worker.js';
import { Slots } from './due-times/slots.js';
import { ScheduleTiming } from './schedule-timing.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [ScheduledJobs, Slots, ScheduleTiming, ScheduleRuns, ScheduleCursor, ScheduleClock, ScheduleWorker],
  exports: [ScheduledJobs, Slots, ScheduleTiming, ScheduleRuns, ScheduleClock],
})
export class ScheduledJobsModule {}
