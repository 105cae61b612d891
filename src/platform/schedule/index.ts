export { ScheduleClock } from './schedule-clock.js';
export type { ScheduledJobFailed } from './schedule.dto.js';
export { scheduledJobFailed, scheduledJobId } from './schedule.events.js';
export { ScheduledJobsModule } from './schedule.module.js';
export { ScheduleRuns } from './schedule-runs.js';
export { MISFIRES, Scheduled, type CronTime, type Misfire, type ScheduledCall } from './scheduled.js';
export { ScheduledJobs, type DeclaredJob } from './scheduled-jobs.js';
export { Slots } from './due-times/slots.js';
export { ScheduleTiming } from './schedule-timing.js';
