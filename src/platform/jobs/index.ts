export {
  Worker,
  type JobWorker,
  type LeasedJob,
  type NewJob,
  type JobOutcome,
  type JobPriority,
  type Settled,
} from './job.js';
export { withLeaseRenewal } from './lease-renewal.js';
export { JobRuns } from './job-runs.js';
export { StartedJobView } from './started-job.dto.js';
export { JobSignal } from './job-signal.js';
export { Jobs, type GroupLimits } from './jobs.js';
export { JobsModule } from './jobs.module.js';
export { JobLoop } from './job-loop.js';
export { WorkerDiscovery } from './worker-discovery.js';
