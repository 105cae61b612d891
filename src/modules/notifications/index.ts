export { NotificationChannel, NotificationChannelSchema } from './channels/notification-channel.entity.js';
export { NotificationChannelView } from './channels/channels.dto.js';
export {
  notificationChannelCreated,
  notificationChannelDeleted,
  notificationChannelDisabled,
  notificationChannelEnabled,
  notificationChannelRestored,
  notificationChannelUpdated,
  type NotificationChannelChange,
} from './channels/channels.events.js';
export { NotificationTiming } from './deliveries/sending/notification-timing.js';
export { NotificationsModule } from './notifications.module.js';
export { ServiceAddresses } from './services/service-addresses.js';
