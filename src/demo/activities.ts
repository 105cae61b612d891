import { Chance, daysAgo, demoId } from './chance.js';
import type { DemoCompany, DemoContact } from './customers.js';
import type { DemoDeal } from './deals.js';
import type { DemoLead } from './leads.js';
import type { Row } from './people.js';
import { DOINGS, NOTES } from './words.js';

interface Subject {
  readonly link: Readonly<Record<string, string>>;
  readonly owner: string | null;
  readonly age: number;
}

const TYPES = ['call', 'call', 'email', 'email', 'note', 'note', 'meeting', 'task', 'task', 'deadline'];

const NO_LINK = { lead_id: null, company_id: null, contact_id: null, deal_id: null };

interface Subjects {
  readonly leads: readonly DemoLead[];
  readonly deals: readonly DemoDeal[];
  readonly contacts: readonly DemoContact[];
  readonly companies: readonly DemoCompany[];
}

function subjectIn(chance: Chance, { leads, deals, contacts, companies }: Subjects): Subject {
  const what = chance.next();
  if (what < 0.45) return subjectOf('lead_id', chance.pick(leads));
  if (what < 0.8) return subjectOf('deal_id', chance.pick(deals));
  return what < 0.93 ? subjectOf('contact_id', chance.pick(contacts)) : subjectOf('company_id', chance.pick(companies));
}

/** Moves a time to a quarter of an hour between 8:00 and 17:45 of its day in UTC. */
const atWork = (chance: Chance, time: string): string => {
  const [hour, quarter] = [chance.whole(8, 17), chance.whole(0, 3)];
  return `${time.slice(0, 10)}T${String(hour).padStart(2, '0')}:${String(quarter * 15).padStart(2, '0')}:00.000Z`;
};

/** Marks old due times as reported, so that no reminders are sent. */
function dueAt(due: string | null, anchor: number) {
  const reported = due !== null && due < daysAgo(anchor, -1) ? due : null;
  return { due_at: due, due_soon_notified_at: reported, overdue_notified_at: reported };
}

const contactOf = (chance: Chance, type: string, isOpen: boolean) => ({
  direction: type === 'call' || type === 'email' ? chance.pick(['inbound', 'outbound']) : null,
  call_result: type === 'call' && !isOpen ? chance.pick(['answered', 'missed', 'voicemail']) : null,
});

function activityOf(chance: Chance, id: string, anchor: number, { link, owner, age }: Subject): Row {
  const type = chance.pick(TYPES);
  const { subjects, outcomes } = DOINGS[type] as (typeof DOINGS)[string];
  const days = age * chance.next();
  const isOpen = type !== 'note' && chance.happens(days < 20 ? 0.5 : 0.04);
  const created = daysAgo(anchor, days);
  return {
    id,
    ...NO_LINK,
    ...link,
    type,
    ...dueAt(isOpen ? atWork(chance, daysAgo(anchor, days - chance.whole(1, 21))) : null, anchor),
    subject: chance.pick(subjects),
    description: chance.happens(0.5) ? chance.pick(NOTES) : '',
    status: isOpen ? 'pending' : 'completed',
    priority: chance.pick(['low', 'medium', 'medium', 'high']),
    completed_at: isOpen ? null : created,
    duration_minutes: chance.maybe(0.4, () => chance.whole(1, 12) * 5),
    outcome: isOpen || type === 'note' ? null : chance.pick(outcomes),
    owner_id: owner,
    assignee_id: isOpen ? owner : null,
    ...contactOf(chance, type, isOpen),
    custom_fields: {},
    created_at: created,
    updated_at: created,
  };
}

/** Creates activities, most of them on leads and deals. Past activities are done, future activities are open. */
export function createActivities(count: number, anchor: number, on: Subjects): Row[] {
  const chance = new Chance('activities');
  return Array.from({ length: count }, (_, at) =>
    activityOf(chance, demoId('activities', at + 1), anchor, subjectIn(chance, on)),
  );
}

const subjectOf = (column: string, record: DemoLead | DemoDeal | DemoContact | DemoCompany): Subject => ({
  link: { [column]: record.id },
  owner: record.owner_id,
  age: record.age,
});
