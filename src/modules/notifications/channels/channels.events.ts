import type { Change } from '../../../kernel/change.js';
import { defineEvent } from '../../../kernel/events.js';
import { NotificationChannelView } from './channels.dto.js';

export type NotificationChannelChange = Change<NotificationChannelView>;

const carried = { object: () => NotificationChannelView };
const AT = '2026-11-21T10:00:00.000Z';

export const notificationChannelCreated = defineEvent<NotificationChannelChange>(
  'notification_channel.created',
  'notification-channels',
  'A notification channel was created.',
  carried,
);
export const notificationChannelUpdated = defineEvent<NotificationChannelChange>(
  'notification_channel.updated',
  'notification-channels',
  'A notification channel was changed.',
  { ...carried, example: { events: [['lead.*'], ['lead.created']] } },
);
export const notificationChannelDeleted = defineEvent<NotificationChannelChange>(
  'notification_channel.deleted',
  'notification-channels',
  'A notification channel was deleted; it can be restored.',
  { ...carried, example: { deletedAt: [null, AT] } },
);
export const notificationChannelRestored = defineEvent<NotificationChannelChange>(
  'notification_channel.restored',
  'notification-channels',
  'A deleted notification channel was restored.',
  { ...carried, example: { deletedAt: [AT, null] } },
);
export const notificationChannelEnabled = defineEvent<NotificationChannelChange>(
  'notification_channel.enabled',
  'notification-channels',
  'A notification channel was enabled.',
  { ...carried, example: { enabled: [false, true] } },
);
export const notificationChannelDisabled = defineEvent<NotificationChannelChange>(
  'notification_channel.disabled',
  'notification-channels',
  'A notification channel was disabled: by a user, because the service rejected it, or because no message was ' +
    'delivered for a day.',
  carried,
);
