import { v5 } from 'uuid';
import { defineEvent } from '../../kernel/events.js';
import { ScheduledJobFailed } from './schedule.dto.js';

// Events need a uuid and scheduled jobs have none, so the id is derived from the name.
const NAMESPACE = 'b7a0c7a4-51f5-4d55-9c1e-0f3a6f2f7f61';
export const scheduledJobId = (name: string): string => v5(name, NAMESPACE);

export const scheduledJobFailed = defineEvent<ScheduledJobFailed>(
  'scheduled_job.failed',
  'scheduled-jobs',
  'A run of a scheduled job failed after all attempts.',
  { payload: () => ScheduledJobFailed, permission: 'jobs:read' },
);
