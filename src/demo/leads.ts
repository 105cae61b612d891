import { Chance, dayIn, daysAgo, demoId } from './chance.js';
import { age, tagsOf, type Company, type Contact } from './customers.js';
import type { Deal } from './deals.js';
import type { Person, Row } from './people.js';
import { FIRST_NAMES, HOUSES, JOBS, LAST_NAMES, MESSAGES, NOTES, PROJECTS, SOURCES, TRADES } from './words.js';

interface LeadFacts extends Readonly<Record<string, unknown>> {
  readonly owner_id: string | null;
  readonly age: number;
}
export type Lead = LeadFacts & Row;

const STATUSES = [
  'new',
  'new',
  'new',
  'contacted',
  'contacted',
  'contacted',
  'qualified',
  'qualified',
  'proposal',
  'lost',
];
const CONVERTED = 0.35;

/** A lead that became this deal, of its contact and company: named as they are, older than they are, and read-only since. */
function convertedLead(chance: Chance, deal: Deal, contact: Contact, company: Company, anchor: number): LeadFacts {
  const days = deal.age + 1 + 20 * chance.next();
  const converted = daysAgo(anchor, deal.age);
  return {
    name: `${contact.first_name} ${contact.last_name}`,
    first_name: contact.first_name,
    last_name: contact.last_name,
    email: contact.email,
    phone: contact.phone,
    company: company.name,
    job_title: contact['title'],
    website: `https://${company.domain}`,
    status: 'won',
    estimated_value: deal.value,
    currency: deal.value === null ? null : deal.currency,
    expected_close_date: deal.expected_close_date,
    owner_id: deal.owner_id,
    closed_at: converted,
    converted_at: converted,
    converted_company_id: company.id,
    converted_contact_id: contact.id,
    converted_deal_id: deal.id,
    contacted_at: daysAgo(anchor, days - 0.5),
    created_at: daysAgo(anchor, days),
    updated_at: converted,
    age: days,
  };
}

function openLead(chance: Chance, anchor: number, sellers: readonly Person[]): LeadFacts {
  const [first, last, house, trade] = [
    chance.pick(FIRST_NAMES, 1.3),
    chance.pick(LAST_NAMES),
    chance.pick(HOUSES),
    chance.pick(TRADES),
  ];
  const domain = `${house}-${trade}.example`.toLowerCase();
  const days = age(chance) * (chance.happens(0.5) ? 0.3 : 1);
  const status = days < 1.5 ? 'new' : chance.pick(STATUSES);
  const value = chance.maybe(0.6, () => String(chance.whole(5, 400) * 100));
  return {
    name: `${first} ${last}`,
    first_name: first,
    last_name: last,
    email: `${first}.${last}@${domain}`.toLowerCase(),
    phone: chance.maybe(0.7, () => `+49 89 ${chance.whole(1_000_000, 9_999_999)}`),
    company: `${house} ${trade}`,
    job_title: chance.maybe(0.7, () => chance.pick(JOBS)),
    website: chance.maybe(0.4, () => `https://${domain}`),
    status,
    estimated_value: value,
    currency: value === null ? null : 'EUR',
    expected_close_date: chance.maybe(0.4, () => dayIn(anchor, chance.whole(5, 150))),
    owner_id: chance.maybe(0.93, () => chance.pick(sellers, 1.3).id),
    closed_at: status === 'lost' ? daysAgo(anchor, days * 0.4) : null,
    converted_at: null,
    converted_company_id: null,
    converted_contact_id: null,
    converted_deal_id: null,
    contacted_at: status === 'new' ? null : daysAgo(anchor, days - 0.2),
    created_at: daysAgo(anchor, days),
    updated_at: daysAgo(anchor, days * 0.4),
    age: days,
  };
}

/** Some became deals; the deal then names its lead. */
export function makeLeads(
  count: number,
  anchor: number,
  sellers: readonly Person[],
  made: {
    readonly deals: readonly Deal[];
    readonly contacts: readonly Contact[];
    readonly companies: readonly Company[];
  },
): Lead[] {
  const chance = new Chance('leads');
  const contacts = new Map(made.contacts.map((contact) => [contact.id, contact]));
  const companies = new Map(made.companies.map((company) => [company.id, company]));
  const converted = made.deals.filter(() => chance.happens(CONVERTED)).slice(0, Math.floor(count / 2));
  return Array.from({ length: count }, (_, at): Lead => {
    const deal = converted[at];
    const lead = deal
      ? convertedLead(
          chance,
          deal,
          contacts.get(deal.contact_id) as Contact,
          companies.get(deal.company_id) as Company,
          anchor,
        )
      : openLead(chance, anchor, sellers);
    return {
      id: demoId('leads', at + 1),
      ...lead,
      project_type: chance.maybe(0.7, () => chance.pick(PROJECTS)),
      message: chance.pick(MESSAGES),
      source: chance.pick(SOURCES),
      score: chance.whole(0, 100),
      score_reasons: [],
      notes: chance.maybe(0.2, () => chance.pick(NOTES)),
      tags: tagsOf(chance),
      metadata: {},
      custom_fields: chance.happens(0.4) ? { employees: chance.whole(1, 500) } : {},
      external_ids: chance.happens(0.05) ? { hubspot: `lead-${at + 1}` } : {},
    };
  });
}
