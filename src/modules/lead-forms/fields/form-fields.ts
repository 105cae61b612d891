import { invalidAt } from '../../../kernel/errors.js';

export const FORM_FIELD_TYPES = ['text', 'email', 'tel', 'url', 'textarea', 'select'] as const;
export type FormFieldType = (typeof FORM_FIELD_TYPES)[number];

/** Lead fields that a form can contain, with the maximum number of characters. */
export const LEAD_TEXT_FIELDS = {
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
} as const;
export type LeadTextField = keyof typeof LEAD_TEXT_FIELDS;
const CUSTOM_LENGTH = 500;

/** Reserved input names. No lead field has these names. */
export const HONEYPOT = 'website_url_confirm';
export const FILL_TOKEN = 'form_token';

export const FIELD_NAME =
  /^(name|firstName|lastName|email|phone|company|jobTitle|website|budget|projectType|message|custom\.[A-Za-z][A-Za-z0-9_-]{0,62})$/;

/** One field of a form, with all defaults filled in. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly type: FormFieldType;
  readonly options: readonly string[];
  readonly required: boolean;
  readonly maxLength: number;
  readonly placeholder: string | null;
}

export type FormFieldInput = Pick<FormField, 'name' | 'label'> & Partial<Omit<FormField, 'name' | 'label'>>;

const TYPE_OF: Partial<Record<string, FormFieldType>> = {
  email: 'email',
  phone: 'tel',
  website: 'url',
  message: 'textarea',
};

const lengthOf = (name: string): number =>
  Object.hasOwn(LEAD_TEXT_FIELDS, name) ? LEAD_TEXT_FIELDS[name as LeadTextField] : CUSTOM_LENGTH;

const whole = ({
  name,
  label,
  type,
  options = [],
  required = false,
  maxLength,
  placeholder = null,
}: FormFieldInput): FormField => ({
  name,
  label,
  type: type ?? TYPE_OF[name] ?? 'text',
  options: [...options],
  required,
  maxLength: Math.min(maxLength ?? lengthOf(name), lengthOf(name)),
  placeholder,
});

export const DEFAULT_FIELDS: readonly FormField[] = [
  { name: 'name', label: 'Name', required: true },
  { name: 'email', label: 'E-mail', required: true },
  { name: 'company', label: 'Company' },
  { name: 'message', label: 'How can we help?', required: true, maxLength: 5_000 },
].map(whole);

/**
 * Fills in the defaults. Rejects fields without e-mail address and phone number, duplicate names, and wrong options.
 */
export function completeFields(input: readonly FormFieldInput[]): FormField[] {
  const fields = input.map(whole);
  if (!fields.some(({ name }) => name === 'email' || name === 'phone'))
    throw invalidAt('#/fields', 'unreachable', 'a form must ask for email or phone');
  fields.forEach((field, index) => requireValidField(field, index, fields));
  return fields;
}

function requireValidField({ name, type, options }: FormField, index: number, fields: readonly FormField[]): void {
  if (fields.findIndex((other) => other.name === name) < index)
    throw invalidAt(`#/fields/${index}/name`, 'unique', `${name} occurs twice`);
  if (type === 'select' && options.length === 0)
    throw invalidAt(`#/fields/${index}/options`, 'required', 'a select needs options');
  if (type !== 'select' && options.length > 0)
    throw invalidAt(`#/fields/${index}/options`, 'select-only', 'only a select has options');
}
