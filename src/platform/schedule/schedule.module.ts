import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ClockFace } from './clock-face.js';
import { ScheduleClock } from './schedule-clock.js';
import { ScheduleRuns } from './schedule-runs.js';
import { ScheduledJobs } from './scheduled-jobs.js';
import { ScheduleWorker } from './schedule-worker.js';
import { Slots } from './slots.js';
import { Tempo } from './tempo.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [ScheduledJobs, Slots, Tempo, ScheduleRuns, ClockFace, ScheduleClock, ScheduleWorker],
  exports: [ScheduledJobs, Slots, Tempo, ScheduleRuns, ScheduleClock],
})
export class ScheduledJobsModule {}
