import { Chance, daysAgo, demoId } from './chance.js';
import type { Person, Row } from './people.js';
import {
  CITIES,
  CONTACT_SOURCES,
  DEPARTMENTS,
  FIRST_NAMES,
  FORMS,
  HOUSES,
  INDUSTRIES,
  JOBS,
  LAST_NAMES,
  NOTES,
  REGIONS,
  TAGS,
  TRADES,
} from './words.js';

export interface Company extends Row {
  readonly name: string;
  readonly domain: string;
  readonly owner_id: string;
  readonly created_at: string;
  /** How many days ago it came. */
  readonly age: number;
}
export interface Contact extends Row {
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly phone: string;
  readonly company_id: string;
  readonly owner_id: string;
  readonly age: number;
}

export const DAYS = 548;
/** What nobody has twice: the second gets a number. */
export function once(taken: Set<string>, wanted: (suffix: string) => string): string {
  for (let number = 1; ; number += 1) {
    const text = wanted(number === 1 ? '' : String(number));
    if (!taken.has(text)) {
      taken.add(text);
      return text;
    }
  }
}
export const tagsOf = (chance: Chance): string[] => (chance.happens(0.4) ? [chance.pick(TAGS, 2)] : []);
/** More of late than long ago: the business grows. */
export const age = (chance: Chance): number => 0.5 + (DAYS - 1) * chance.next() ** 1.3;
const phone = (chance: Chance, prefix: string): string => `${prefix} ${chance.whole(1_000_000, 9_999_999)}`;

export function makeCompanies(count: number, anchor: number, sellers: readonly Person[]): Company[] {
  const chance = new Chance('companies');
  const names = new Set<string>();
  return Array.from({ length: count }, (_, at): Company => {
    const trade = chance.pick(TRADES);
    const name = once(names, (suffix) => `${chance.pick(HOUSES)} ${trade}${suffix && ` ${chance.pick(HOUSES)}`}`);
    const domain = `${name.toLowerCase().replaceAll(' ', '-')}.example`;
    const [city, country] = chance.pick(CITIES, 1.4);
    const days = age(chance);
    const created = daysAgo(anchor, days);
    const size = chance.pick(['solo', 'small', 'small', 'medium', 'medium', 'large', 'enterprise'] as const);
    return {
      id: demoId('companies', at + 1),
      name: `${name} ${chance.pick(FORMS, 1.5)}`,
      domain,
      website: `https://${domain}`,
      industry: chance.pick(INDUSTRIES, 1.3),
      size,
      employee_count: {
        solo: 1,
        small: chance.whole(2, 40),
        medium: chance.whole(41, 250),
        large: chance.whole(251, 2000),
        enterprise: chance.whole(2001, 20000),
      }[size],
      annual_revenue: chance.maybe(0.7, () => String(chance.whole(50, 90_000) * 1000)),
      currency: 'EUR',
      status: chance.pick(['prospect', 'prospect', 'active', 'active', 'inactive', 'churned'], 1.2),
      phone: phone(chance, '+49 30'),
      email: `info@${domain}`,
      city,
      country,
      owner_id: chance.pick(sellers, 1.3).id,
      notes: chance.maybe(0.2, () => chance.pick(NOTES)),
      tags: tagsOf(chance),
      custom_fields: chance.happens(0.6) ? { region: chance.pick(REGIONS) } : {},
      external_ids: chance.happens(0.1) ? { hubspot: `company-${at + 1}` } : {},
      created_at: created,
      updated_at: created,
      age: days,
    };
  });
}

/** The first of each company is the one to ask first. */
export function makeContacts(count: number, anchor: number, companies: readonly Company[]): Contact[] {
  const chance = new Chance('contacts');
  const emails = new Set<string>();
  return Array.from({ length: count }, (_, at): Contact => {
    const company = companies[at] ?? chance.pick(companies, 1.5);
    const [first, last] = [chance.pick(FIRST_NAMES, 1.3), chance.pick(LAST_NAMES)];
    const days = company.age * (0.3 + 0.7 * chance.next());
    const created = daysAgo(anchor, days);
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
      source: chance.pick(CONTACT_SOURCES, 1.5),
      lead_score: chance.whole(0, 100),
      owner_id: company.owner_id,
      is_primary: at < companies.length,
      preferred_contact: chance.pick(['email', 'email', 'phone', 'mobile']),
      notes: chance.maybe(0.15, () => chance.pick(NOTES)),
      tags: tagsOf(chance),
      custom_fields: {},
      external_ids: {},
      created_at: created,
      updated_at: created,
      age: days,
    };
  });
}
