import type { Change } from '../../kernel/change.js';
import { defineEvent } from '../../kernel/events.js';
import type { ActivityView } from './activities.dto.js';

export type ActivityChange = Change<ActivityView>;

export const activityCreated = defineEvent<ActivityChange>('activity.created', 'activities', 'An activity was added.');
export const activityUpdated = defineEvent<ActivityChange>('activity.updated', 'activities', 'Fields of an activity were changed.');
export const activityCompleted = defineEvent<ActivityChange>('activity.completed', 'activities', 'An activity was done.');
export const activityReopened = defineEvent<ActivityChange>('activity.reopened', 'activities', 'A done or cancelled activity is to be done again.');
export const activityCancelled = defineEvent<ActivityChange>('activity.cancelled', 'activities', 'An activity will not be done.');
export const activityDeleted = defineEvent<ActivityChange>('activity.deleted', 'activities', 'An activity was deleted; it can be restored.');
export const activityRestored = defineEvent<ActivityChange>('activity.restored', 'activities', 'A deleted activity was restored.');
