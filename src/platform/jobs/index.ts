export {
  Worker,
  type JobWorker,
  type LeasedJob,
  type NewJob,
  type Outcome,
  type Priority,
  type Settled,
} from './job.js';
export { holding } from './holding.js';
export { JobRuns } from './job-runs.js';
export { JobSignal } from './job-signal.js';
export { Jobs, type GroupLimits } from './jobs.js';
export { JobsModule } from './jobs.module.js';
export { JobLoop } from './job-loop.js';
export { WorkerDiscovery } from './worker-discovery.js';
