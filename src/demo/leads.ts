import { Chance, dayWithin, daysAgo, demoId } from './chance.js';
import { age, tagsOf, type DemoCompany, type DemoContact } from './customers.js';
import type { DemoDeal } from './deals.js';
import type { DemoPerson, Row } from './people.js';
import { FIRST_NAMES, HOUSES, JOBS, LAST_NAMES, MESSAGES, NOTES, PROJECTS, SOURCES, TRADES } from './words.js';

interface LeadFacts extends Readonly<Record<string, unknown>> {
  readonly owner_id: string | null;
  readonly age: number;
}
export type DemoLead = LeadFacts & Row;

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

interface Customers {
  readonly deals: readonly DemoDeal[];
  readonly contacts: readonly DemoContact[];
  readonly companies: readonly DemoCompany[];
}

/** A deal that was a lead, with its contact and company. */
interface Converted {
  readonly deal: DemoDeal;
  readonly contact: DemoContact;
  readonly company: DemoCompany;
}

const NOT_CONVERTED = {
  converted_at: null,
  converted_company_id: null,
  converted_contact_id: null,
  converted_deal_id: null,
};

/**
 * Creates the converted lead of a deal: it has the names of contact and company, is older than both, and is read-only.
 */
function convertedLead(chance: Chance, { deal, contact, company }: Converted, anchor: number): LeadFacts {
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

function progressOf(chance: Chance, days: number, anchor: number) {
  const status = days < 1.5 ? 'new' : chance.pick(STATUSES);
  return {
    status,
    closed_at: status === 'lost' ? daysAgo(anchor, days * 0.4) : null,
    contacted_at: status === 'new' ? null : daysAgo(anchor, days - 0.2),
    created_at: daysAgo(anchor, days),
    updated_at: daysAgo(anchor, days * 0.4),
    age: days,
  };
}

function openLead(chance: Chance, anchor: number, sellers: readonly DemoPerson[]): LeadFacts {
  const [first, last] = [chance.pick(FIRST_NAMES, 1.3), chance.pick(LAST_NAMES)];
  const [company, trade] = [chance.pick(HOUSES), chance.pick(TRADES)];
  const domain = `${company}-${trade}.example`.toLowerCase();
  const progress = progressOf(chance, age(chance) * (chance.happens(0.5) ? 0.3 : 1), anchor);
  const value = chance.maybe(0.6, () => String(chance.whole(5, 400) * 100));
  return {
    name: `${first} ${last}`,
    first_name: first,
    last_name: last,
    email: `${first}.${last}@${domain}`.toLowerCase(),
    phone: chance.maybe(0.7, () => `+49 89 ${chance.whole(1_000_000, 9_999_999)}`),
    company: `${company} ${trade}`,
    job_title: chance.maybe(0.7, () => chance.pick(JOBS)),
    website: chance.maybe(0.4, () => `https://${domain}`),
    estimated_value: value,
    currency: value === null ? null : 'EUR',
    expected_close_date: chance.maybe(0.4, () => dayWithin(anchor, chance.whole(5, 150))),
    owner_id: chance.maybe(0.93, () => chance.pick(sellers, 1.3).id),
    ...NOT_CONVERTED,
    ...progress,
  };
}

const detailsOf = (chance: Chance, at: number) => ({
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
});

/** Picks the deals that were leads. */
function convertedDeals(chance: Chance, most: number, { deals, contacts, companies }: Customers): Converted[] {
  const contactsById = new Map(contacts.map((contact) => [contact.id, contact]));
  const companiesById = new Map(companies.map((company) => [company.id, company]));
  return deals
    .filter(() => chance.happens(CONVERTED))
    .slice(0, most)
    .map((deal) => ({
      deal,
      contact: contactsById.get(deal.contact_id) as DemoContact,
      company: companiesById.get(deal.company_id) as DemoCompany,
    }));
}

/** Creates leads. Deals of converted leads refer to their lead. */
export function createLeads(
  count: number,
  anchor: number,
  sellers: readonly DemoPerson[],
  created: Customers,
): DemoLead[] {
  const chance = new Chance('leads');
  const converted = convertedDeals(chance, Math.floor(count / 2), created);
  return Array.from({ length: count }, (_, at): DemoLead => {
    const one = converted[at];
    const lead = one ? convertedLead(chance, one, anchor) : openLead(chance, anchor, sellers);
    return { id: demoId('leads', at + 1), ...lead, ...detailsOf(chance, at) };
  });
}
