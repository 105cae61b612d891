import { sha256 } from '../../../platform/crypto/index.js';
import { acceptableValues, type LeadCreate } from '../../leads/index.js';
import { FILL_TOKEN, type FormField } from '../form-fields.js';
import type { OpenForm } from '../open-forms.js';

/** What somebody sent to a form, as text and nothing else: it is kept and shown, never interpreted. */
export interface Submission {
  readonly payload: Readonly<Record<string, string>>;
  readonly token: string | undefined;
  /** The first key whose value was no text. */
  readonly notText: string | undefined;
}

const MAX_KEYS = 100;
const MAX_KEY = 100;
const MAX_VALUE = 20_000;
const ORIGINS = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content', 'referrer'] as const;
const MAX_ORIGIN = 500;

// What PostgreSQL cannot keep is taken out; nothing else is changed.
const storable = (text: string, maximum: number): string => text.slice(0, maximum).replaceAll('\0', '').toWellFormed();

function toText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null) return '';
  // A field that is there twice: `tag=a&tag=b`.
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value.join(', ') : undefined;
}

export function readSubmission(body: Readonly<Record<string, unknown>>): Submission {
  const payload: Record<string, string> = {};
  let notText: string | undefined;
  for (const [key, value] of Object.entries(body).slice(0, MAX_KEYS)) {
    const text = toText(value);
    if (text === undefined) notText ??= storable(key, MAX_KEY);
    else payload[storable(key, MAX_KEY)] = storable(text, MAX_VALUE);
  }
  const { [FILL_TOKEN]: token, ...kept } = payload;
  return { payload: kept, token: token || undefined, notText };
}

const answerTo = ({ name, maxLength }: FormField, payload: Submission['payload']): string =>
  Object.hasOwn(payload, name)
    ? [...(payload[name] ?? '').replaceAll('\r\n', '\n').trim()].slice(0, maxLength).join('')
    : '';

/** The same words to the same form are the same submission, whatever their case and blanks. */
export const fingerprintOf = (form: OpenForm, { payload }: Submission): string =>
  sha256(
    JSON.stringify([
      form.id,
      ...form.fields.map((field) => [field.name, answerTo(field, payload).toLowerCase().replace(/\s+/g, ' ')]),
    ]),
  );

/** The lead that a submission speaks of. Answers that no lead can hold stay in the payload alone. */
export function leadOf(form: OpenForm, { payload }: Submission): LeadCreate {
  const values: Record<string, string> = {};
  const customFields: Record<string, string> = {};
  for (const field of form.fields) {
    const text = answerTo(field, payload);
    if (text === '' || (field.type === 'select' && !field.options.includes(text))) continue;
    if (field.name.startsWith('custom.')) customFields[field.name.slice('custom.'.length)] = text;
    else values[field.name] = field.name === 'website' && !/^https?:\/\//i.test(text) ? `https://${text}` : text;
  }
  const lead = acceptableValues({ ...values, ...(Object.keys(customFields).length > 0 && { customFields }) });
  const named = lead.name ?? lead.firstName ?? lead.lastName;
  const stranger = lead.company ?? lead.email ?? lead.phone;
  return {
    ...lead,
    ...(!named && stranger ? { name: stranger } : {}),
    source: form.source,
    tags: form.tags,
    ownerId: form.ownerId,
    metadata: { formId: form.id, ...originOf(payload) },
  };
}

const originOf = (payload: Submission['payload']): Record<string, string> =>
  Object.fromEntries(
    ORIGINS.flatMap((name) =>
      Object.hasOwn(payload, name) && payload[name] ? [[name, payload[name].slice(0, MAX_ORIGIN).toWellFormed()]] : [],
    ),
  );

/** The labels of required questions that have no answer a lead can hold. */
export function unanswered(form: OpenForm, lead: LeadCreate): string[] {
  const values = lead as Readonly<Record<string, unknown>>;
  const answered = (name: string): unknown =>
    name.startsWith('custom.') ? lead.customFields?.[name.slice('custom.'.length)] : values[name];
  return form.fields.filter(({ name, required }) => required && !answered(name)).map(({ label }) => label);
}
