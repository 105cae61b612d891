import { acceptableValues } from '../../leads/index.js';
import { DRAFT_FIELDS, type DraftField, type ReadField, type ReadFields } from '../draft-fields.js';
import { ModelFailure } from './model-failure.js';

interface Claim {
  readonly value: string;
  readonly words: string;
}

const SAID = 0.9;
const UNSAID = 0.3;

/**
 * Checks the answer of a model, because the text comes from a stranger and can contain instructions. Only valid known
 * fields are kept. An e-mail address or phone number must be in the text.
 */
export function readModelAnswer(content: string, text: string): ReadFields {
  const claims = claimsOf(content);
  const accepted = acceptableValues(
    Object.fromEntries([...claims].map(([field, { value }]) => [field, value])),
  ) as Readonly<Record<string, unknown>>;
  const fields: ReadFields = {};
  for (const [field, { words }] of claims) {
    const value = accepted[field];
    if (typeof value === 'string' && isSaid(field, value, text)) fields[field] = withEvidence(value, words, text);
  }
  return fields;
}

function claimsOf(content: string): Map<DraftField, Claim> {
  const input = fieldsOf(content);
  const claims = new Map<DraftField, Claim>();
  for (const field of DRAFT_FIELDS) {
    const claim =
      field !== 'message' && Object.hasOwn(input, field) ? (input[field] as Partial<Claim> | string | null) : null;
    const { value, words } = typeof claim === 'string' ? { value: claim, words: claim } : (claim ?? {});
    if (typeof value === 'string' && value.trim() !== '')
      claims.set(field, { value: value.trim(), words: typeof words === 'string' ? words.trim() : '' });
  }
  return claims;
}

function fieldsOf(content: string): Readonly<Record<string, unknown>> {
  try {
    const answer = JSON.parse(content) as { fields?: unknown } | null;
    const fields = answer?.fields;
    if (typeof fields === 'object' && fields !== null && !Array.isArray(fields))
      return fields as Record<string, unknown>;
  } catch {
    // Not JSON: the error below is thrown.
  }
  throw new ModelFailure('gave no usable answer');
}

const digits = (text: string): string => text.replace(/\D/g, '');

// Users reply to these addresses. A reply to an invented address would disclose the request to a stranger.
function isSaid(field: DraftField, value: string, text: string): boolean {
  if (field === 'email') return text.toLowerCase().includes(value);
  return field !== 'phone' || (digits(value).length >= 5 && digits(text).includes(digits(value).slice(-9)));
}

function withEvidence(value: string, words: string, text: string): ReadField {
  const start = words === '' ? -1 : placeOf(words, text);
  if (start < 0) return { value, words: null, start: null, end: null, confidence: UNSAID };
  const end = start + words.length;
  return { value, words: text.slice(start, end), start, end, confidence: SAID };
}

function placeOf(words: string, text: string): number {
  const exact = text.indexOf(words);
  if (exact >= 0) return exact;
  const [small, sought] = [text.toLowerCase(), words.toLowerCase()];
  // Some letters have another length in lower case. Then the positions would be wrong.
  return small.length === text.length && sought.length === words.length ? small.indexOf(sought) : -1;
}
