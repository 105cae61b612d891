import { defineEvent } from '../../../kernel/events.js';

export const scheduledJobUpdated = defineEvent<{ readonly name: string; readonly enabled: boolean }>('scheduled_job.updated', 'scheduled-jobs', 'A scheduled job was switched on or off.');
