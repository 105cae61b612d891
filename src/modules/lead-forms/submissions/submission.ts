import { sha256 } from '../../../platform/crypto/index.js';
import { acceptableValues, type LeadCreate } from '../../leads/index.js';
import { FILL_TOKEN, type FormField } from '../fields/form-fields.js';
import type { OpenForm } from '../open-forms.js';
import type { Mistake } from './outcome.js';

/** The body of a submission as text. The payload is stored and shown, never interpreted. */
export interface Submission {
  readonly payload: Readonly<Record<string, string>>;
  readonly token: string | undefined;
  /** The first key with a value that is not text. */
  readonly notText: string | undefined;
}

const MAX_KEYS = 100;
const MAX_KEY = 100;
const MAX_VALUE = 20_000;
const ORIGINS = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content', 'referrer'] as const;
const MAX_ORIGIN = 500;

// Removes only characters that PostgreSQL cannot store.
const storable = (text: string, maximum: number): string => text.slice(0, maximum).replaceAll('\0', '').toWellFormed();

function toText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null) return '';
  // A repeated field: `tag=a&tag=b`.
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
  const { [FILL_TOKEN]: token, ...retained } = payload;
  return { payload: retained, token: token || undefined, notText };
}

/** Only invisible characters: white space, control characters and characters without width. */
const EMPTY_SUBMISSION = /^[\s\p{Cf}\p{Cc}\u115F\u1160\u2800\u3164\uFFA0]*$/u;

function answerTo({ name, maxLength }: FormField, payload: Submission['payload']): string {
  const text = Object.hasOwn(payload, name) ? (payload[name] ?? '') : '';
  return EMPTY_SUBMISSION.test(text) ? '' : [...text.replaceAll('\r\n', '\n').trim()].slice(0, maxLength).join('');
}

/** Two submissions of one form are the same if their answers are equal, apart from case and white space. */
export const fingerprintOf = (form: OpenForm, { payload }: Submission): string =>
  sha256(
    JSON.stringify([
      form.id,
      ...form.fields.map((field) => [field.name, answerTo(field, payload).toLowerCase().replace(/\s+/g, ' ')]),
    ]),
  );

/** The values for the lead of a submission. Invalid answers stay only in the payload. */
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

/** Separates UTM parameters and referrer from the answers. */
export function parted(payload: Submission['payload']): {
  origin: Record<string, string>;
  answers: Record<string, string>;
} {
  const isOrigin = ([name]: [string, string]): boolean => (ORIGINS as readonly string[]).includes(name);
  const entries = Object.entries(payload);
  return {
    origin: Object.fromEntries(entries.filter(isOrigin)),
    answers: Object.fromEntries(entries.filter((entry) => !isOrigin(entry))),
  };
}

const originOf = (payload: Submission['payload']): Record<string, string> =>
  Object.fromEntries(
    ORIGINS.flatMap((name) =>
      Object.hasOwn(payload, name) && payload[name] ? [[name, payload[name].slice(0, MAX_ORIGIN).toWellFormed()]] : [],
    ),
  );

const isCustom = (name: string): boolean => name.startsWith('custom.');

/**
 * Finds required fields with a missing or invalid answer. An option that the form no longer offers is not a mistake of
 * the sender; the answer stays in the payload.
 */
export function mistakesIn(form: OpenForm, { payload, notText }: Submission, lead: LeadCreate): Mistake[] {
  const values = lead as Readonly<Record<string, unknown>>;
  const mistakes = form.fields.flatMap((field): Mistake[] => {
    const { name, label, required, type } = field;
    if (!required) return [];
    if (answerTo(field, payload) === '') return [{ field: name, label, code: 'required', detail: 'is required' }];
    return isCustom(name) || type === 'select' || values[name]
      ? []
      : [
          {
            field: name,
            label,
            code: 'not-acceptable',
            detail: name === 'email' ? 'must be an e-mail address such as ada@example.com' : 'is invalid',
          },
        ];
  });
  if (notText !== undefined)
    mistakes.push({ field: notText, label: notText, code: 'not-text', detail: 'must be text' });
  if (mistakes.length > 0 || lead.email || lead.phone) return mistakes;
  return form.fields
    .filter(({ name }) => name === 'email' || name === 'phone')
    .map(({ name, label }) => ({
      field: name,
      label,
      code: 'required',
      detail: 'must be an e-mail address or a phone number',
    }));
}
