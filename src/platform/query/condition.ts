import { type Field, type Fields, filterable, locate } from './fields.js';
import { isOrder, isText, isWords, KINDS, type Operator, type Scalar, takesList } from './kinds.js';
import { isRelative, type RelativeDate } from './moments.js';

export type Value = Scalar | RelativeDate;

export interface Condition {
  readonly field: string;
  readonly op: Operator;
  readonly value: Value | readonly Value[];
}

/** Told where (`field`, `op`, `value`, `value/3`) and what; the caller knows how its place is called outside. */
export type Report = (place: string, code: string, detail: string) => undefined;

const MAX_LIST = 100;
export const ME = '$me';
export const MY_TEAM = '$myTeam';

const shown = (value: unknown): string => JSON.stringify(typeof value === 'string' ? value.slice(0, 60) : typeof value);

/** A custom field's definition is not known here, so its operator says what its value must be. */
function suitsJson(op: Operator, value: unknown): boolean {
  if (isWords(op) || op === 'has') return typeof value === 'string';
  return isOrder(op) ? typeof value !== 'boolean' : true;
}

function expectation(field: Field): string {
  const people = field.user ? `, "${ME}" or "${MY_TEAM}"` : field.team ? ` or "${MY_TEAM}"` : '';
  return field.values ? `one of ${field.values.join(', ')}` : `${KINDS[field.kind].expects}${people}`;
}

function readValue(value: unknown, op: Operator, field: Field, place: string, report: Report): Value | undefined {
  if ((field.user && value === ME) || ((field.user || field.team) && value === MY_TEAM)) return value;
  const dated =
    field.kind === 'timestamp' || field.kind === 'day' || (field.kind === 'json' && !isWords(op) && op !== 'has');
  if (dated && isRelative(value)) return { rel: value.rel };
  const read = KINDS[field.kind].read(value);
  const suits = field.kind === 'json' ? suitsJson(op, read) : true;
  if (read === undefined || !suits) {
    const tooLong = typeof value === 'string' && !isText(value) && isText(value, Number.POSITIVE_INFINITY);
    return report(place, tooLong ? 'too-long' : 'wrong-type', `Expected ${expectation(field)}.`);
  }
  if (field.values && !field.values.includes(read as string))
    return report(place, 'unknown-value', `${shown(read)} is not ${expectation(field)}.`);
  return read;
}

function readValues(value: unknown, op: Operator, field: Field, report: Report): Value[] | undefined {
  if (!Array.isArray(value) || value.length === 0)
    return report('value', 'wrong-type', `"${op}" takes a list of at least one value.`);
  if (value.length > MAX_LIST) return report('value', 'too-many-values', `A list has at most ${MAX_LIST} values.`);
  const read = value.map((item, index) => readValue(item, op, field, `value/${index}`, report));
  return read.includes(undefined) ? undefined : (read as Value[]);
}

export function readCondition(
  name: unknown,
  op: unknown,
  value: unknown,
  fields: Fields,
  report: Report,
): Condition | undefined {
  const located = isText(name, 200) ? locate(name, fields) : undefined;
  if (!located || located.field.filter === false) {
    return report(
      'field',
      'unknown-field',
      `There is no field ${shown(name)} to filter by; there are ${filterable(fields).join(', ')}.`,
    );
  }
  const known = KINDS[located.field.kind].operators.find((operator) => operator === op);
  if (!known)
    return report(
      'op',
      'unknown-operator',
      `${shown(op)} does not go with ${name as string}; allowed are ${KINDS[located.field.kind].operators.join(', ')}.`,
    );
  if (known === 'isNull' && typeof value !== 'boolean')
    return report('value', 'wrong-type', '"isNull" takes true or false.');
  const read =
    known === 'isNull'
      ? (value as boolean)
      : takesList(known)
        ? readValues(value, known, located.field, report)
        : readValue(value, known, located.field, 'value', report);
  return read === undefined ? undefined : { field: name as string, op: known, value: read };
}
