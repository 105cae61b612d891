export { ActivitiesModule } from './activities.module.js';
export { activityCancelled, activityCompleted, activityCreated, activityDeleted, activityReopened, activityRestored, activityUpdated, type ActivityChange } from './activities.events.js';
export { Activity, ActivitySchema } from './activity.entity.js';
