import { defineEvent } from '../../../kernel/events.js';
import { ScheduledJobSwitch } from './scheduled-jobs-events.dto.js';

export const scheduledJobUpdated = defineEvent<ScheduledJobSwitch>(
  'scheduled_job.updated',
  'scheduled-jobs',
  'A scheduled job was enabled or disabled.',
  { payload: () => ScheduledJobSwitch, permission: 'jobs:read' },
);
