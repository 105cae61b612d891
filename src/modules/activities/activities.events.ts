import type { Change } from '../../kernel/change.js';
import { defineEvent } from '../../kernel/events.js';
import { ActivityView } from './activities.dto.js';

export type ActivityChange = Change<ActivityView>;

const carried = { object: () => ActivityView };
const AT = '2026-11-21T10:00:00.000Z';

export const activityCreated = defineEvent<ActivityChange>(
  'activity.created',
  'activities',
  'An activity was added.',
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
  'An activity was done.',
  { ...carried, example: { status: ['pending', 'completed'], completedAt: [null, AT] } },
);
export const activityReopened = defineEvent<ActivityChange>(
  'activity.reopened',
  'activities',
  'A done or cancelled activity is to be done again.',
  { ...carried, example: { status: ['completed', 'pending'], completedAt: [AT, null] } },
);
export const activityCancelled = defineEvent<ActivityChange>(
  'activity.cancelled',
  'activities',
  'An activity will not be done.',
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
  'An open activity is due in as many minutes as its reminder says, or fewer; told once for each time it is due at.',
  carried,
);
export const activityOverdue = defineEvent<ActivityChange>(
  'activity.overdue',
  'activities',
  'The time of an open activity has passed; told once for each time it is due at.',
  carried,
);
