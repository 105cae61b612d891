import type { Change } from '../../../kernel/change.js';
import { defineEvent } from '../../../kernel/events.js';
import type { NotificationChannelView } from './channels.dto.js';

export type NotificationChannelChange = Change<NotificationChannelView>;

export const notificationChannelCreated = defineEvent<NotificationChannelChange>('notification_channel.created', 'notification-channels', 'A notification channel was made.');
export const notificationChannelUpdated = defineEvent<NotificationChannelChange>('notification_channel.updated', 'notification-channels', 'A notification channel was changed.');
export const notificationChannelDeleted = defineEvent<NotificationChannelChange>('notification_channel.deleted', 'notification-channels', 'A notification channel was deleted; it can be restored.');
export const notificationChannelRestored = defineEvent<NotificationChannelChange>('notification_channel.restored', 'notification-channels', 'A deleted notification channel was restored.');
export const notificationChannelEnabled = defineEvent<NotificationChannelChange>('notification_channel.enabled', 'notification-channels', 'A notification channel is told things again.');
export const notificationChannelDisabled = defineEvent<NotificationChannelChange>('notification_channel.disabled', 'notification-channels', 'A notification channel is told nothing any more: by a person, because the service refused it, or because nothing arrived for a day.');
