import { Chance, daysAgo, demoId } from './chance.js';
import type { Company, Contact } from './customers.js';
import type { Deal } from './deals.js';
import type { Lead } from './leads.js';
import type { Row } from './people.js';
import { DOINGS, NOTES } from './words.js';

interface Subject {
  readonly link: Readonly<Record<string, string>>;
  readonly owner: string | null;
  readonly age: number;
}

const TYPES = ['call', 'call', 'email', 'email', 'note', 'note', 'meeting', 'task', 'task', 'deadline'];

/** On leads and deals above all; what lies behind is done, what lies ahead is to be done. */
export function makeActivities(
  count: number,
  anchor: number,
  on: {
    readonly leads: readonly Lead[];
    readonly deals: readonly Deal[];
    readonly contacts: readonly Contact[];
    readonly companies: readonly Company[];
  },
): Row[] {
  const chance = new Chance('activities');
  const subject = (): Subject => {
    const what = chance.next();
    if (what < 0.45) return subjectOf('lead_id', chance.pick(on.leads));
    if (what < 0.8) return subjectOf('deal_id', chance.pick(on.deals));
    return what < 0.93
      ? subjectOf('contact_id', chance.pick(on.contacts))
      : subjectOf('company_id', chance.pick(on.companies));
  };
  return Array.from({ length: count }, (_, at): Row => {
    const { link, owner, age } = subject();
    const type = chance.pick(TYPES);
    const { subjects, outcomes } = DOINGS[type] as (typeof DOINGS)[string];
    const days = age * chance.next();
    const isOpen = type !== 'note' && chance.happens(days < 20 ? 0.5 : 0.04);
    const created = daysAgo(anchor, days);
    const due = isOpen ? daysAgo(anchor, days - chance.whole(1, 21)) : null;
    // What was due before the company came to be is no news to anybody.
    const told = due !== null && due < daysAgo(anchor, -1) ? due : null;
    return {
      id: demoId('activities', at + 1),
      lead_id: null,
      company_id: null,
      contact_id: null,
      deal_id: null,
      ...link,
      type,
      subject: chance.pick(subjects),
      description: chance.happens(0.5) ? chance.pick(NOTES) : '',
      status: isOpen ? 'pending' : 'completed',
      priority: chance.pick(['low', 'medium', 'medium', 'high']),
      due_at: due,
      due_soon_told_at: told,
      overdue_told_at: told,
      completed_at: isOpen ? null : created,
      duration_minutes: chance.maybe(0.4, () => chance.whole(1, 12) * 5),
      outcome: isOpen || type === 'note' ? null : chance.pick(outcomes),
      owner_id: owner,
      assignee_id: isOpen ? owner : null,
      direction: type === 'call' || type === 'email' ? chance.pick(['inbound', 'outbound']) : null,
      call_result: type === 'call' && !isOpen ? chance.pick(['answered', 'missed', 'voicemail']) : null,
      custom_fields: {},
      created_at: created,
      updated_at: created,
    };
  });
}

const subjectOf = (column: string, record: Lead | Deal | Contact | Company): Subject => ({
  link: { [column]: record.id },
  owner: record.owner_id,
  age: record.age,
});
