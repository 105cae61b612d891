import { defineEvent } from '../../kernel/events.js';
import type { ActivityView } from './activities.dto.js';

/** What every activity event carries: the activity as it is now, and what it was in the fields that changed. */
export interface ActivityChange {
  readonly object: ActivityView;
  readonly previous: Readonly<Record<string, unknown>>;
  readonly changedFields: readonly string[];
}

export const activityCreated = defineEvent<ActivityChange>('activity.created', 'activities', 'An activity was added. Status changes of leads are told by lead.status_changed.');
export const activityUpdated = defineEvent<ActivityChange>('activity.updated', 'activities', 'Fields of an activity were changed.');
export const activityCompleted = defineEvent<ActivityChange>('activity.completed', 'activities', 'An activity was completed.');
export const activityReopened = defineEvent<ActivityChange>('activity.reopened', 'activities', 'A completed or cancelled activity was reopened.');
export const activityCancelled = defineEvent<ActivityChange>('activity.cancelled', 'activities', 'An activity was cancelled.');
export const activityDeleted = defineEvent<ActivityChange>('activity.deleted', 'activities', 'An activity was deleted; it can be restored.');
export const activityRestored = defineEvent<ActivityChange>('activity.restored', 'activities', 'A deleted activity was restored.');
