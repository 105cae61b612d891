import type { LeadFormCreate, LeadFormField, LeadFormFieldType, LeadFormFieldView, LeadFormView } from '@kontor/sdk';
import type { Field } from '../metadata/record-type';

/** The part of a form that people edit. */
export interface FormDraft {
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
  readonly fields: readonly LeadFormFieldView[];
  readonly allowedOrigins: readonly string[];
  readonly redirectUrl: string | null;
  readonly source: string;
  readonly tags: readonly string[];
  readonly ownerId: string | null;
  readonly minimumFillSeconds: number;
  readonly dedupeMinutes: number;
  readonly hourlyLimit: number;
  readonly tokenRequired: boolean;
  readonly enabled: boolean;
}

/** Lead fields of a form with their longest value, as in the API document. */
const LENGTHS: Readonly<Record<string, number>> = {
  name: 255,
  firstName: 100,
  lastName: 100,
  email: 255,
  phone: 50,
  company: 255,
  jobTitle: 100,
  website: 255,
  budget: 100,
  projectType: 100,
  message: 20_000,
};
const CUSTOM_LENGTH = 500;
const TYPES: Readonly<Record<string, LeadFormFieldType>> = {
  email: 'email',
  phone: 'tel',
  website: 'url',
  message: 'textarea',
};

/** Input types that a field can have. E-mail addresses, numbers and web addresses have their own type only. */
export const typesOf = (name: string): readonly LeadFormFieldType[] =>
  TYPES[name] && name !== 'message' ? [TYPES[name]] : ['text', 'textarea', 'select'];

/** Names of the lead fields that a form can ask for, with custom fields. */
export const fieldNames = (fields: readonly Field[]): string[] => [
  ...Object.keys(LENGTHS),
  ...fields.filter(({ isCustom }) => isCustom).map(({ name }) => name.replace(/^customFields\./, 'custom.')),
];

export const newField = (name: string, label: string): LeadFormFieldView => ({
  name,
  label,
  type: TYPES[name] ?? 'text',
  options: [],
  required: false,
  maxLength: LENGTHS[name] ?? CUSTOM_LENGTH,
  placeholder: null,
});

export const longestOf = (name: string): number => LENGTHS[name] ?? CUSTOM_LENGTH;

export function draftOf(form: LeadFormView): FormDraft {
  const { name, title, description, fields, allowedOrigins, redirectUrl, source, tags, ownerId } = form;
  const { minimumFillSeconds, dedupeMinutes, hourlyLimit, tokenRequired, enabled } = form;
  return {
    name,
    title,
    description,
    fields,
    allowedOrigins,
    redirectUrl,
    source,
    tags,
    ownerId,
    minimumFillSeconds,
    dedupeMinutes,
    hourlyLimit,
    tokenRequired,
    enabled,
  };
}

/** A new form has the defaults of the API, in the language of the person. */
export const newDraft = (labels: { name: string; email: string; company: string; message: string }): FormDraft => ({
  name: '',
  title: '',
  description: null,
  fields: [
    { ...newField('name', labels.name), required: true },
    { ...newField('email', labels.email), required: true },
    newField('company', labels.company),
    { ...newField('message', labels.message), required: true, maxLength: 5_000 },
  ],
  allowedOrigins: [],
  redirectUrl: null,
  source: 'website',
  tags: [],
  ownerId: null,
  minimumFillSeconds: 2,
  dedupeMinutes: 10,
  hourlyLimit: 300,
  tokenRequired: false,
  enabled: true,
});

/** Only a select has options. */
const asInput = ({ options, ...field }: LeadFormFieldView): LeadFormField => ({
  ...(field as LeadFormField),
  ...(field.type === 'select' && { options }),
});

/** Converts changed values to the body of a request. */
export function bodyOf({ fields, ...changes }: Partial<FormDraft>): Partial<LeadFormCreate> {
  const given = Object.entries(changes).filter(([name, value]) => name !== 'title' || value !== '');
  return { ...Object.fromEntries(given), ...(fields && { fields: fields.map(asInput) }) } as Partial<LeadFormCreate>;
}
