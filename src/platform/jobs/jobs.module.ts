import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { JobLoop } from './job-loop.js';
import { JobQueue } from './job-queue.js';
import { JobRuns } from './job-runs.js';
import { JobSignal } from './job-signal.js';
import { Jobs } from './jobs.js';
import { JobResults } from './job-results.js';
import { WorkerDiscovery } from './worker-discovery.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Jobs, JobRuns, JobSignal, JobQueue, JobResults, WorkerDiscovery, JobLoop],
  exports: [Jobs, JobRuns, JobSignal, JobLoop, WorkerDiscovery],
})
export class JobsModule {}
