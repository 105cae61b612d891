export {
  ACTIVITY_STATUSES,
  ACTIVITY_TYPES,
  Activity,
  ActivitySchema,
  type ActivityStatus,
  type ActivityType,
} from './activity.entity.js';
export { ActivityCreate, ActivityView } from './activities.dto.js';
export {
  activityCancelled,
  activityCompleted,
  activityCreated,
  activityDeleted,
  activityDueSoon,
  activityOverdue,
  activityReopened,
  activityRestored,
  activityUpdated,
  type ActivityChange,
} from './activities.events.js';
export { ActivitiesModule } from './activities.module.js';
export { ActivitiesQueries } from './activities.queries.js';
export { activityType } from './activity.type.js';
export { accessReasons as activityAccessReasons, canSee as canSeeActivity } from './ownership/activities.visibility.js';
export { ActivitiesService } from './activities.service.js';
