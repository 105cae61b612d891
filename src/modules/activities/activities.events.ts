import type { Change } from '../../kernel/change.js';
import { defineEvent } from '../../kernel/events.js';
import { ActivityView } from './activities.dto.js';

export type ActivityChange = Change<ActivityView>;

const carried = { object: () => ActivityView };
const AT = '2026-11-21T10:00:00.000Z';

export const activityCreated = defineEvent<ActivityChange>(
  'activity.created',
  'activities',
  'An activity was created.',
  carried,
);
export const activityUpdated = defineEvent<ActivityChange>(
  'activity.updated',
  'activities',
  'Fields of an activity were changed.',
  { ...carried, example: { location: [null, 'London'] } },
);
export const activityCompleted = defineEvent<ActivityChange>(
  'activity.completed',
  'activities',
  'An activity was completed.',
  { ...carried, example: { status: ['pending', 'completed'], completedAt: [null, AT] } },
);
export const activityReopened = defineEvent<ActivityChange>(
  'activity.reopened',
  'activities',
  'A completed or cancelled activity was reopened.',
  { ...carried, example: { status: ['completed', 'pending'], completedAt: [AT, null] } },
);
export const activityCancelled = defineEvent<ActivityChange>(
  'activity.cancelled',
  'activities',
  'An activity was cancelled.',
  { ...carried, example: { status: ['pending', 'cancelled'] } },
);
export const activityDeleted = defineEvent<ActivityChange>(
  'activity.deleted',
  'activities',
  'An activity was deleted; it can be restored.',
  { ...carried, example: { deletedAt: [null, AT] } },
);
export const activityRestored = defineEvent<ActivityChange>(
  'activity.restored',
  'activities',
  'A deleted activity was restored.',
  { ...carried, example: { deletedAt: [AT, null] } },
);
export const activityDueSoon = defineEvent<ActivityChange>(
  'activity.due_soon',
  'activities',
  'The reminder time of an open activity was reached; sent once per due time.',
  carried,
);
export const activityOverdue = defineEvent<ActivityChange>(
  'activity.overdue',
  'activities',
  'An open activity became overdue; sent once per due time.',
  carried,
);

/** The events of common changes. A new owner is an update of the activity, and a purge has no event. */
export const activityEvents = {
  created: activityCreated,
  updated: activityUpdated,
  assigned: activityUpdated,
  deleted: activityDeleted,
  restored: activityRestored,
};
