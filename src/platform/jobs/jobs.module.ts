import { Global, Module } from '@nestjs/common';
import { JobRuns } from './job-runs.js';
import { JobSignal } from './job-signal.js';
import { Jobs } from './jobs.js';

@Global()
@Module({ providers: [Jobs, JobRuns, JobSignal], exports: [Jobs, JobRuns, JobSignal] })
export class JobsModule {}
