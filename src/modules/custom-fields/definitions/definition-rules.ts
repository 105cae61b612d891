import { UnprocessableError, type FieldError } from '../../../kernel/errors.js';
import { visibilityOf } from '../../../platform/visibility/index.js';
import { readValue } from '../values/read-value.js';
import type { FieldOption } from './custom-field.entity.js';
import type { CustomFieldOption, CustomFieldView } from './custom-fields.dto.js';

/** The properties of a definition that the rules check. */
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
/** Maximum length of an indexed text in characters. */
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
      : ['options', 'repeated-option', 'option values must be unique'],
  ({ type, targetResource }) =>
    (type === 'record-link') === (targetResource !== null)
      ? undefined
      : ['targetResource', 'not-for-this-type', 'a record-link needs targetResource, other types have none'],
  ({ targetResource }) =>
    targetResource === null || visibilityOf(targetResource)
      ? undefined
      : ['targetResource', 'unknown-resource', 'custom fields cannot link to this record type'],
  ({ type, isUnique }) =>
    !isUnique || UNIQUE.has(type)
      ? undefined
      : ['isUnique', 'not-for-this-type', 'only text, number, date, url and email can be unique'],
  ({ isUnique, defaultValue }) =>
    isUnique && defaultValue !== null
      ? ['defaultValue', 'not-for-unique', 'a unique field has no default value']
      : undefined,
  ({ type, maxLength }) =>
    (type === 'text') === (maxLength !== null)
      ? undefined
      : ['maxLength', 'not-for-this-type', 'text needs maxLength, other types have none'],
  ({ maxLength, isUnique, isFilterable }) =>
    (isUnique || isFilterable) && (maxLength ?? 0) > LONGEST_INDEXED
      ? ['maxLength', 'too-long', `a unique or filterable field has at most ${LONGEST_INDEXED} characters`]
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
      ? ['defaultValue', 'not-for-this-type', 'a field that links to users or records has no default value']
      : undefined,
];

/** Rejects contradictory properties. Returns the default value in normal form. */
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
  if (errors.length > 0) throw new UnprocessableError('invalid-body', 'The request body is invalid.', { errors });
  return 'value' in read ? read.value : null;
}

export const completeOptions = (options: readonly CustomFieldOption[]): FieldOption[] =>
  options.map(({ value, label, archived = false }) => ({ value, label, archived }));

/** Rejects removed options, because records can contain these options. */
export function requireOptions(before: readonly FieldOption[], after: readonly FieldOption[]): void {
  const missing = before
    .filter(({ value }) => !after.some((option) => option.value === value))
    .map(({ value }) => value);
  if (missing.length === 0) return;
  throw new UnprocessableError('invalid-body', 'The request body is invalid.', {
    errors: [
      { pointer: '#/options', code: 'option-missing', detail: `archive ${missing.join(', ')} instead of omitting it` },
    ],
  });
}
