import { Chance, daysAgo, demoId } from './chance.js';
import type { DemoPerson, Row } from './people.js';
import {
  CITIES,
  DEMO_CONTACT_SOURCES,
  DEPARTMENTS,
  FIRST_NAMES,
  DEMO_FORMS,
  HOUSES,
  INDUSTRIES,
  JOBS,
  LAST_NAMES,
  NOTES,
  REGIONS,
  TAGS,
  TRADES,
} from './words.js';

export interface DemoCompany extends Row {
  readonly name: string;
  readonly domain: string;
  readonly owner_id: string;
  readonly created_at: string;
  /** Age in days. */
  readonly age: number;
}
export interface DemoContact extends Row {
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly phone: string;
  readonly company_id: string;
  readonly owner_id: string;
  readonly age: number;
}

export const DAYS = 548;
/** Returns a unique text: repeated texts get a number. */
export function once(taken: Set<string>, options: (suffix: string) => string): string {
  for (let number = 1; ; number += 1) {
    const text = options(number === 1 ? '' : String(number));
    if (!taken.has(text)) {
      taken.add(text);
      return text;
    }
  }
}
export const tagsOf = (chance: Chance): string[] => (chance.happens(0.4) ? [chance.pick(TAGS, 2)] : []);
/** Recent records are more frequent, as in a growing company. */
export const age = (chance: Chance): number => 0.5 + (DAYS - 1) * chance.next() ** 1.3;
const createdAt = (time: string) => ({ created_at: time, updated_at: time });
const phone = (chance: Chance, prefix: string): string => `${prefix} ${chance.whole(1_000_000, 9_999_999)}`;

type Size = 'solo' | 'small' | 'medium' | 'large' | 'enterprise';
const SIZES: readonly Size[] = ['solo', 'small', 'small', 'medium', 'medium', 'large', 'enterprise'];
const employeesOf = (chance: Chance, size: Size): number =>
  ({
    solo: 1,
    small: chance.whole(2, 40),
    medium: chance.whole(41, 250),
    large: chance.whole(251, 2000),
    enterprise: chance.whole(2001, 20000),
  })[size];

function nameOf(chance: Chance, taken: Set<string>): string {
  const trade = chance.pick(TRADES);
  return once(taken, (suffix) => `${chance.pick(HOUSES)} ${trade}${suffix && ` ${chance.pick(HOUSES)}`}`);
}

function companyOf(chance: Chance, at: number, name: string, anchor: number, owners: readonly DemoPerson[]) {
  const domain = `${name.toLowerCase().replaceAll(' ', '-')}.example`;
  const [city, country] = chance.pick(CITIES, 1.4);
  const days = age(chance);
  const size = chance.pick(SIZES);
  return {
    id: demoId('companies', at + 1),
    name: `${name} ${chance.pick(DEMO_FORMS, 1.5)}`,
    domain,
    website: `https://${domain}`,
    industry: chance.pick(INDUSTRIES, 1.3),
    size,
    employee_count: employeesOf(chance, size),
    annual_revenue: chance.maybe(0.7, () => String(chance.whole(50, 90_000) * 1000)),
    currency: 'EUR',
    status: chance.pick(['prospect', 'prospect', 'active', 'active', 'inactive', 'churned'], 1.2),
    phone: phone(chance, '+49 30'),
    email: `info@${domain}`,
    city,
    country,
    owner_id: chance.pick(owners, 1.3).id,
    notes: chance.maybe(0.2, () => chance.pick(NOTES)),
    tags: tagsOf(chance),
    custom_fields: chance.happens(0.6) ? { region: chance.pick(REGIONS) } : {},
    external_ids: chance.happens(0.1) ? { hubspot: `company-${at + 1}` } : {},
    ...createdAt(daysAgo(anchor, days)),
    age: days,
  };
}

export function createCompanies(count: number, anchor: number, sellers: readonly DemoPerson[]): DemoCompany[] {
  const chance = new Chance('companies');
  const names = new Set<string>();
  return Array.from({ length: count }, (_, at) => companyOf(chance, at, nameOf(chance, names), anchor, sellers));
}

function contactOf(chance: Chance, at: number, company: DemoCompany, anchor: number, emails: Set<string>) {
  const [first, last] = [chance.pick(FIRST_NAMES, 1.3), chance.pick(LAST_NAMES)];
  const days = company.age * (0.3 + 0.7 * chance.next());
  return {
    id: demoId('contacts', at + 1),
    company_id: company.id,
    first_name: first,
    last_name: last,
    email: once(emails, (suffix) => `${first}.${last}${suffix}@${company.domain}`.toLowerCase()),
    phone: phone(chance, '+49 40'),
    mobile: chance.maybe(0.4, () => phone(chance, '+49 171')),
    title: chance.pick(JOBS),
    department: chance.maybe(0.5, () => chance.pick(DEPARTMENTS)),
    city: company['city'],
    country: company['country'],
    status: chance.pick(['new', 'contacted', 'qualified', 'customer', 'customer', 'inactive']),
    source: chance.pick(DEMO_CONTACT_SOURCES, 1.5),
    lead_score: chance.whole(0, 100),
    owner_id: company.owner_id,
    preferred_contact: chance.pick(['email', 'email', 'phone', 'mobile']),
    notes: chance.maybe(0.15, () => chance.pick(NOTES)),
    tags: tagsOf(chance),
    custom_fields: {},
    external_ids: {},
    ...createdAt(daysAgo(anchor, days)),
    age: days,
  };
}

/** Creates contacts. The first contact of each company is the primary contact. */
export function createContacts(count: number, anchor: number, companies: readonly DemoCompany[]): DemoContact[] {
  const chance = new Chance('contacts');
  const emails = new Set<string>();
  return Array.from({ length: count }, (_, at) => {
    const company = companies[at] ?? chance.pick(companies, 1.5);
    return { ...contactOf(chance, at, company, anchor, emails), is_primary: at < companies.length };
  });
}
