import type { Message, Piece } from './message.js';
import { fillTemplate } from './template.js';
import { nameOf, objectOf, plain, previousOf, urlOf, wordsOf, type Telling } from './telling.js';

const TITLES: Readonly<Record<string, string>> = {
  'lead.created': 'New lead',
  'lead.status_changed': 'Lead moved',
  'lead.assigned': 'Lead assigned',
  'lead.updated': 'Lead changed',
  'lead.deleted': 'Lead deleted',
  'lead.restored': 'Lead restored',
  'deal.won': 'Deal won',
  'deal.lost': 'Deal lost',
  'activity.completed': 'Activity done',
  'webhook.disabled': 'Webhook disabled',
  'webhook.failing': 'Webhook is failing',
  'event.parked': 'An event could not be processed',
  'notification_channel.disabled': 'Notification channel disabled',
  'notification_channel.test': 'Test message',
};

/** What is told of a record where it has it, in this order. */
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
];

export const titleOf = ({ event }: Telling): string => TITLES[event] ?? wordsOf(event);

/** The event in one line: what, who, where. */
export function headlineOf(telling: Telling): string {
  const company = plain(objectOf(telling)['company']);
  return [titleOf(telling), [nameOf(telling), company && `(${company})`].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(': ');
}

/** By the channel's template, or by what fits the event. */
export function messageOf(telling: Telling, template: string | null): Message {
  return {
    title: headlineOf(telling),
    pieces: template === null ? defaultPieces(telling) : fillTemplate(template, telling),
  };
}

function defaultPieces(telling: Telling): Piece[] {
  const object = objectOf(telling);
  const before = plain(previousOf(telling)['status']);
  const shown = (key: string): string =>
    key === 'status' && before ? `${before} → ${plain(object[key])}` : plain(object[key]);
  const lines = [
    ['Name', nameOf(telling)],
    ...LINES.map(([label, key]) => [label, shown(key)]),
    ['By', plain(telling.actor?.['name'])],
  ].filter(([, value]) => value);
  const link = urlOf(telling);
  return [
    { kind: 'bold', text: titleOf(telling) },
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

/** Many at once: how many there are of which kind, and the first few. */
export function digestOf(
  total: number,
  counts: readonly (readonly [event: string, count: number])[],
  tellings: readonly Telling[],
): Message {
  const title = `${total} notifications`;
  const few = tellings.slice(0, FIRST_FEW);
  const rest = total - few.length;
  return {
    title,
    pieces: [
      { kind: 'bold', text: title },
      { kind: 'value', text: `\n${counts.map(([event, count]) => `${count} × ${event}`).join(', ')}` },
      ...few.map((telling): Piece => ({ kind: 'value', text: `\n• ${headlineOf(telling)}` })),
      ...(rest > 0 ? [{ kind: 'value', text: `\n… and ${rest} more` } as const] : []),
    ],
  };
}
