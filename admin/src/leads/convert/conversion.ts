import { isKontorError, type LeadConversion, type LeadView } from '@kontor/sdk';
import { changesOf } from '../../data/changes';

export const TARGETS = ['company', 'contact', 'deal'] as const;
export type Target = (typeof TARGETS)[number];

/** Resource of each target, and the fields that the wizard offers for a new record. */
export const TARGET_TYPES = {
  company: { resource: 'companies', reference: 'companyId', fields: ['name', 'website', 'phone'] },
  contact: {
    resource: 'contacts',
    reference: 'contactId',
    fields: ['firstName', 'lastName', 'email', 'phone', 'title'],
  },
  deal: {
    resource: 'deals',
    reference: 'dealId',
    fields: ['title', 'value', 'currency', 'expectedCloseDate', 'pipelineId'],
  },
} as const;

export type Kind = 'new' | 'existing' | 'none';
export interface Choice {
  readonly kind: Kind;
  readonly id: string | null;
  readonly values: Readonly<Record<string, unknown>>;
  /** Whether the person has seen the similar records, or that there are none, and wants a new record. */
  readonly isAccepted: boolean;
}
export type Choices = Readonly<Record<Target, Choice>>;

/** The values that the server takes from the lead for a new record. */
export function valuesOfLead(lead: LeadView): Readonly<Record<Target, Readonly<Record<string, unknown>>>> {
  const { company, website, phone, firstName, lastName, email, jobTitle, name } = lead;
  const person =
    firstName === null && lastName === null ? { firstName: null, lastName: name } : { firstName, lastName };
  return {
    company: { name: company, website, phone },
    contact: { ...person, email, phone, title: jobTitle },
    deal: {
      title: company ?? name,
      value: lead.estimatedValue,
      currency: lead.currency,
      expectedCloseDate: lead.expectedCloseDate,
      pipelineId: null,
    },
  };
}

/** Returns the first choices: a new record of each type that the person may create, and a company if one is named. */
export function firstChoices(lead: LeadView, can: (resource: string, action: string) => boolean): Choices {
  const values = valuesOfLead(lead);
  const choice = (target: Target): Choice => {
    const isNew = can(TARGET_TYPES[target].resource, 'create') && (target !== 'company' || lead.company !== null);
    return { kind: isNew ? 'new' : 'none', id: null, values: values[target], isAccepted: false };
  };
  return { company: choice('company'), contact: choice('contact'), deal: choice('deal') };
}

function targetOf({ kind, id, values }: Choice, original: Readonly<Record<string, unknown>>) {
  if (kind === 'none' || (kind === 'existing' && id === null)) return null;
  return kind === 'existing' ? { id: id ?? '' } : { create: changesOf(original, values) };
}

/** Builds the body of a conversion. Only values that differ from the lead are sent. */
export function bodyOf(lead: LeadView, choices: Choices, dryRun: boolean): LeadConversion {
  const values = valuesOfLead(lead);
  const created = [choices.company, choices.contact].filter(({ kind }) => kind === 'new');
  const isAccepted = created.length > 0 && created.every((choice) => choice.isAccepted);
  return {
    company: targetOf(choices.company, values.company),
    contact: targetOf(choices.contact, values.contact),
    deal: targetOf(choices.deal, values.deal),
    onDuplicate: isAccepted ? 'create' : 'reject',
    dryRun,
  };
}

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly likelihood: number;
  readonly reasons: readonly string[];
}
export interface FoundDuplicates {
  readonly company: readonly Candidate[];
  readonly contact: readonly Candidate[];
  /** Targets with the same address or domain as a record that the person may not see. */
  readonly notVisible: readonly Target[];
}

type Listed = { readonly likelihood: number; readonly reasons: readonly string[] } & Readonly<
  Partial<Record<'company' | 'contact', { readonly id: string; readonly name: string }>>
>;

/** Returns the possible duplicates that an error of the conversion lists. */
export function duplicatesIn(error: unknown): FoundDuplicates | undefined {
  if (!isKontorError(error, 'conversion-duplicates')) return undefined;
  const members = (error.problem ?? {}) as {
    readonly companies?: readonly Listed[];
    readonly contacts?: readonly Listed[];
    readonly notVisible?: readonly Target[];
  };
  const listed = (name: 'company' | 'contact', all: readonly Listed[] = []): Candidate[] =>
    all.flatMap(({ likelihood, reasons, ...one }) => {
      const record = one[name];
      return record ? [{ ...record, likelihood, reasons }] : [];
    });
  return {
    company: listed('company', members.companies),
    contact: listed('contact', members.contacts),
    notVisible: members.notVisible ?? [],
  };
}
