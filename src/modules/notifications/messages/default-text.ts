import type { Message, Piece } from './message.js';
import { fillTemplate } from './template.js';
import {
  recordNameOf,
  objectOf,
  plain,
  previousOf,
  urlOf,
  wordsOf,
  type NotificationEvent,
} from './notification-event.js';

const TITLES: Readonly<Record<string, string>> = {
  'lead.created': 'New lead',
  'lead.status_changed': 'Lead status changed',
  'lead.assigned': 'Lead assigned',
  'lead.updated': 'Lead changed',
  'lead.deleted': 'Lead deleted',
  'lead.restored': 'Lead restored',
  'deal.won': 'Deal won',
  'deal.lost': 'Deal lost',
  'activity.completed': 'Activity done',
  'webhook.disabled': 'Webhook disabled',
  'webhook.failing': 'Webhook is failing',
  'security.alert': 'Security alert',
  'event.dead_lettered': 'An event could not be processed',
  'notification_channel.disabled': 'Notification channel disabled',
  'notification_channel.test': 'Test message',
  'lead_form.submission_held': 'A form submission waits for a decision',
};

/** Fields of a record in a message, in this order. Empty fields are left out. */
const LINES: readonly (readonly [label: string, key: string])[] = [
  ['Company', 'company'],
  ['E-mail', 'email'],
  ['Phone', 'phone'],
  ['Source', 'source'],
  ['Score', 'score'],
  ['Status', 'status'],
  ['Value', 'estimatedValue'],
  ['Value', 'value'],
  ['Priority', 'priority'],
  ['Due', 'dueAt'],
  ['Reason', 'disabledReason'],
  ['Error', 'lastError'],
  ['Held because', 'heldReason'],
];

export const titleOf = ({ event }: NotificationEvent): string => TITLES[event] ?? wordsOf(event);

/** Returns the event in one line, with the name and company of the record. */
export function headlineOf(notification: NotificationEvent): string {
  const company = plain(objectOf(notification)['company']);
  return [titleOf(notification), [recordNameOf(notification), company && `(${company})`].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(': ');
}

/** Creates a message from the template of the channel, or from the default text. */
export function messageOf(notification: NotificationEvent, template: string | null): Message {
  return {
    title: headlineOf(notification),
    pieces: template === null ? defaultPieces(notification) : fillTemplate(template, notification),
  };
}

function defaultPieces(notification: NotificationEvent): Piece[] {
  const object = objectOf(notification);
  const before = plain(previousOf(notification)['status']);
  const shown = (key: string): string =>
    key === 'status' && before ? `${before} → ${plain(object[key])}` : plain(object[key]);
  const lines = [
    ['Name', recordNameOf(notification)],
    ...LINES.map(([label, key]) => [label, shown(key)]),
    ['By', plain(notification.actor?.['name'])],
  ].filter(([, value]) => value);
  const link = urlOf(notification);
  return [
    { kind: 'bold', text: titleOf(notification) },
    ...lines.flatMap(([label = '', value = '']): Piece[] => [{ kind: 'value', text: `\n${label}: ${value}` }]),
    ...(link
      ? ([
          { kind: 'value', text: '\n' },
          { kind: 'link', text: link },
        ] as const)
      : []),
  ];
}

const FIRST_FEW = 5;

/** Creates a digest with the number of events per type and the first five events. */
export function digestOf(
  total: number,
  counts: readonly (readonly [event: string, count: number])[],
  notifications: readonly NotificationEvent[],
): Message {
  const title = `${total} notifications`;
  const few = notifications.slice(0, FIRST_FEW);
  const rest = total - few.length;
  return {
    title,
    pieces: [
      { kind: 'bold', text: title },
      { kind: 'value', text: `\n${counts.map(([event, count]) => `${count} × ${event}`).join(', ')}` },
      ...few.map((notification): Piece => ({ kind: 'value', text: `\n• ${headlineOf(notification)}` })),
      ...(rest > 0 ? [{ kind: 'value', text: `\n… and ${rest} more` } as const] : []),
    ],
  };
}
