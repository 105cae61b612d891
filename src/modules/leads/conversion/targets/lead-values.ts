import { isFreeMail } from '../../../../platform/mail/index.js';
import { domainIn, domainOfWebsite } from '../../../companies/index.js';
import type { LeadView } from '../../leads.dto.js';
import type { TargetName } from '../conversion.dto.js';

export type Values = Record<string, unknown>;

/** Fields that a conversion can fill in an existing record. Names and fields that are never empty are not filled. */
export const FILLABLE: Readonly<Record<TargetName, readonly string[]>> = {
  company: ['domain', 'website', 'phone'],
  contact: ['email', 'phone', 'title', 'source', 'notes', 'companyId'],
  deal: ['value', 'expectedCloseDate', 'description', 'source', 'companyId', 'contactId', 'leadId'],
};

const SOURCES: Readonly<Record<string, string>> = {
  website: 'website',
  web: 'website',
  webform: 'website',
  form: 'website',
  landingpage: 'website',
  referral: 'referral',
  recommendation: 'referral',
  partner: 'referral',
  linkedin: 'linkedin',
  coldemail: 'cold_email',
  outreach: 'cold_email',
  tradeshow: 'trade_show',
  fair: 'trade_show',
  event: 'trade_show',
  conference: 'trade_show',
  socialmedia: 'social_media',
  social: 'social_media',
  facebook: 'social_media',
  instagram: 'social_media',
  twitter: 'social_media',
  x: 'social_media',
};

/** Maps the free text of a lead's source to the fixed list of sources of contacts. */
export const sourceOf = (source: string | null): string | null =>
  source === null ? null : (SOURCES[source.toLowerCase().replace(/[^a-z]/g, '')] ?? 'other');

/** Returns the domain of the website, else of the e-mail address. Free e-mail providers are ignored. */
export function domainOf({ website, email }: Pick<LeadView, 'website' | 'email'>): string | undefined {
  const ofSite = website === null ? undefined : domainOfWebsite(website);
  if (ofSite !== undefined) return ofSite;
  const host = email?.split('@').at(-1);
  return host && !isFreeMail(host) ? domainIn(host) : undefined;
}

/** Values for a company, contact or deal from a lead, without empty values. */
export const leadValuesOf: Readonly<Record<TargetName, (lead: LeadView) => Values>> = {
  company: (lead) =>
    providedValues({
      name: lead.company,
      domain: domainOf(lead),
      website: lead.website,
      phone: lead.phone,
      tags: lead.tags,
    }),
  contact: (lead) =>
    providedValues({
      ...nameOf(lead),
      email: lead.email,
      phone: lead.phone,
      title: lead.jobTitle,
      source: sourceOf(lead.source),
      leadScore: lead.score,
      notes: lead.notes,
      tags: lead.tags,
    }),
  deal: (lead) =>
    providedValues({
      title: lead.company ?? lead.name,
      value: lead.estimatedValue,
      currency: lead.currency,
      expectedCloseDate: lead.expectedCloseDate,
      description: lead.message,
      source: lead.source,
      leadId: lead.id,
      tags: lead.tags,
    }),
};

const nameOf = ({ name, firstName, lastName }: LeadView): Values =>
  firstName === null && lastName === null ? { name } : { firstName, lastName };

export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

export const providedValues = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
export const displayName = (values: object): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
