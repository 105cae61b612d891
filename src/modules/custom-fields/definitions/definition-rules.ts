import { Invalid, type FieldError } from '../../../kernel/errors.js';
import { sightOf } from '../../../platform/sight/index.js';
import { readValue } from '../values/read-value.js';
import type { FieldOption } from './custom-field.entity.js';
import type { CustomFieldOption, CustomFieldView } from './custom-fields.dto.js';

/** A definition as it would be: what it is, and what it may become. */
export type Definition = Pick<
  CustomFieldView,
  | 'type'
  | 'targetResource'
  | 'options'
  | 'isUnique'
  | 'defaultValue'
  | 'maxLength'
  | 'minimum'
  | 'maximum'
  | 'isFilterable'
>;

const UNIQUE = new Set(['text', 'number', 'date', 'url', 'email']);
const CHOICES = new Set(['choice', 'multi-choice']);
const BOUNDED = new Set(['number', 'money']);
/** Longer texts have no place in an index. */
const LONGEST_INDEXED = 500;

type Rule = (definition: Definition) => readonly [field: string, code: string, detail: string] | undefined;

const RULES: readonly Rule[] = [
  ({ type, options }) =>
    CHOICES.has(type) === options.length > 0
      ? undefined
      : ['options', 'wrong-length', 'a choice has 1 to 200 options, other types have none'],
  ({ options }) =>
    new Set(options.map(({ value }) => value)).size === options.length
      ? undefined
      : ['options', 'repeated-option', 'every option has a value of its own'],
  ({ type, targetResource }) =>
    (type === 'record-link') === (targetResource !== null)
      ? undefined
      : ['targetResource', 'not-for-this-type', 'a record-link names a kind of records, and only that'],
  ({ targetResource }) =>
    targetResource === null || sightOf(targetResource)
      ? undefined
      : ['targetResource', 'unknown-resource', 'there are no such records to link to'],
  ({ type, isUnique }) =>
    !isUnique || UNIQUE.has(type)
      ? undefined
      : ['isUnique', 'not-for-this-type', 'only text, number, date, url and email can be unique'],
  ({ isUnique, defaultValue }) =>
    isUnique && defaultValue !== null ? ['defaultValue', 'not-for-unique', 'what is unique has no default'] : undefined,
  ({ type, maxLength }) =>
    (type === 'text') === (maxLength !== null)
      ? undefined
      : ['maxLength', 'not-for-this-type', 'only text has a greatest length'],
  ({ maxLength, isUnique, isFilterable }) =>
    (isUnique || isFilterable) && (maxLength ?? 0) > LONGEST_INDEXED
      ? ['maxLength', 'too-long', `what is unique or filterable has at most ${LONGEST_INDEXED} characters`]
      : undefined,
  ({ type, minimum, maximum }) =>
    (minimum === null && maximum === null) || BOUNDED.has(type)
      ? undefined
      : ['minimum', 'not-for-this-type', 'only number and money have bounds'],
  ({ minimum, maximum }) =>
    minimum !== null && maximum !== null && minimum > maximum
      ? ['maximum', 'out-of-bounds', 'must not be less than minimum']
      : undefined,
  ({ type, defaultValue }) =>
    defaultValue !== null && (type === 'user' || type === 'record-link')
      ? ['defaultValue', 'not-for-this-type', 'who or what a record is linked to is said for each']
      : undefined,
];

/** Refuses what makes no sense together; the default in its normal form. */
export function checkDefinition(definition: Definition): unknown {
  const errors: FieldError[] = RULES.flatMap((rule) => {
    const broken = rule(definition);
    return broken ? [{ pointer: `#/${broken[0]}`, code: broken[1], detail: broken[2] }] : [];
  });
  const read =
    definition.defaultValue === null || errors.length > 0
      ? { value: definition.defaultValue }
      : readValue(definition.defaultValue, definition);
  if (!('value' in read)) errors.push({ pointer: '#/defaultValue', ...read });
  if (errors.length > 0) throw new Invalid('invalid-body', 'The request body is not acceptable.', { errors });
  return 'value' in read ? read.value : null;
}

export const completeOptions = (options: readonly CustomFieldOption[]): FieldOption[] =>
  options.map(({ value, label, archived = false }) => ({ value, label, archived }));

/** Records may hold any of them. */
export function requireOptions(before: readonly FieldOption[], after: readonly FieldOption[]): void {
  const missing = before
    .filter(({ value }) => !after.some((option) => option.value === value))
    .map(({ value }) => value);
  if (missing.length === 0) return;
  throw new Invalid('invalid-body', 'The request body is not acceptable.', {
    errors: [
      {
        pointer: '#/options',
        code: 'option-missing',
        detail: `archive ${missing.join(', ')} instead of leaving it out`,
      },
    ],
  });
}
