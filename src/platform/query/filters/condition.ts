import { type Field, type Fields, filterable, locate } from '../fields/fields.js';
import { isOrder, isText, isWords, KINDS, type Operator, type Scalar, takesList } from '../fields/kinds.js';
import { isRelative, type RelativeDate } from './moments.js';

export type Value = Scalar | RelativeDate;

export interface Condition {
  readonly field: string;
  readonly op: Operator;
  readonly value: Value | readonly Value[];
}

/** Reports an error at a location inside the condition: `field`, `op`, `value` or `value/3`. */
export type Report = (location: string, code: string, detail: string) => undefined;

const MAX_LIST = 100;
export const ME = '$me';
export const MY_TEAM = '$myTeam';

const shown = (value: unknown): string => JSON.stringify(typeof value === 'string' ? value.slice(0, 60) : typeof value);

/** Checks a custom value by its operator, because the definition of the custom field is not known here. */
function suitsJson(op: Operator, value: unknown): boolean {
  if (isWords(op) || op === 'has') return typeof value === 'string';
  return isOrder(op) ? typeof value !== 'boolean' : true;
}

function expectation(field: Field): string {
  const people = field.user ? `, "${ME}" or "${MY_TEAM}"` : field.team ? ` or "${MY_TEAM}"` : '';
  return field.values ? `one of ${field.values.join(', ')}` : `${KINDS[field.kind].expects}${people}`;
}

function readValue(value: unknown, op: Operator, field: Field, location: string, report: Report): Value | undefined {
  if ((field.user && value === ME) || ((field.user || field.team) && value === MY_TEAM)) return value;
  const dated =
    field.kind === 'timestamp' || field.kind === 'day' || (field.kind === 'json' && !isWords(op) && op !== 'has');
  if (dated && isRelative(value)) return { rel: value.rel };
  const read = KINDS[field.kind].read(value);
  const suits = field.kind === 'json' ? suitsJson(op, read) : true;
  if (read === undefined || !suits) {
    const tooLong = typeof value === 'string' && !isText(value) && isText(value, Number.POSITIVE_INFINITY);
    return report(location, tooLong ? 'too-long' : 'wrong-type', `Expected ${expectation(field)}.`);
  }
  if (isWords(op) && read === '')
    return report(location, 'wrong-length', `"${op}" takes a text of at least one character.`);
  if (field.values && !field.values.includes(read as string))
    return report(location, 'unknown-value', `${shown(read)} is not ${expectation(field)}.`);
  return read;
}

function readValues(value: unknown, op: Operator, field: Field, report: Report): Value[] | undefined {
  if (!Array.isArray(value) || value.length === 0)
    return report('value', 'wrong-type', `"${op}" takes a list of at least one value.`);
  if (value.length > MAX_LIST) return report('value', 'too-many-values', `A list has at most ${MAX_LIST} values.`);
  const read = value.map((item, index) => readValue(item, op, field, `value/${index}`, report));
  return read.includes(undefined) ? undefined : (read as Value[]);
}

/** Reads the value of any operator. */
function readOperand(value: unknown, op: Operator, field: Field, report: Report): Condition['value'] | undefined {
  if (op === 'isNull')
    return typeof value === 'boolean' ? value : report('value', 'wrong-type', '"isNull" takes true or false.');
  return takesList(op) ? readValues(value, op, field, report) : readValue(value, op, field, 'value', report);
}

export function readCondition(
  name: unknown,
  op: unknown,
  value: unknown,
  fields: Fields,
  report: Report,
): Condition | undefined {
  const located = isText(name, 200) ? locate(name, fields) : undefined;
  if (!located || located.field.filter === false)
    return report(
      'field',
      'unknown-field',
      `There is no filterable field ${shown(name)}; filterable fields are ${filterable(fields).join(', ')}.`,
    );
  const { operators } = KINDS[located.field.kind];
  const known = operators.find((operator) => operator === op);
  if (!known)
    return report(
      'op',
      'unknown-operator',
      `${shown(op)} cannot be used with ${name as string}; allowed are ${operators.join(', ')}.`,
    );
  const read = readOperand(value, known, located.field, report);
  return read === undefined ? undefined : { field: name as string, op: known, value: read };
}
