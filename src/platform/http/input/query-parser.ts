import { BadRequestError } from '../../../kernel/errors.js';
import { FORBIDDEN_KEYS } from './limits.js';

const NAME = /^([a-zA-Z][a-zA-Z0-9._]{0,99})(?:\[([a-zA-Z]{1,20})\])?$/;
/** Custom fields have no property in a class, so they are grouped under one name. */
const CUSTOM = /^custom\.[^.]/;
/** A custom field as an object parameter: `custom[tier]`, `custom[seats.gte]` or `custom[seats][gte]`. */
const CUSTOM_OBJECT = /^custom\[([a-zA-Z]\w{0,62})(?:(?:\.|\]\[)([a-zA-Z]{1,20}))?\]$/;

/**
 * Parses query strings as in `api.md`: `a=1&a=2` repeats, `createdAt[gte]=…` has one level, `custom.…` and `custom[…]` are
 * grouped as `custom`. Objects have no prototype. A parameter cannot be both a value and an object.
 */
export function parseQuery(text: string | null): Record<string, unknown> {
  const query: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [key, value] of new URLSearchParams(text ?? '')) {
    const match = NAME.exec(key.replace(CUSTOM_OBJECT, asCustomName));
    const name = match?.[1];
    if (!name || FORBIDDEN_KEYS.has(name) || FORBIDDEN_KEYS.has(match[2] ?? '')) throw unreadable(key);
    const target = CUSTOM.test(name) ? customOf(query) : query;
    if (match[2]) setNested(target, name, match[2], value);
    else setPlain(target, name, value);
  }
  return query;
}

const asCustomName = (_: string, field: string, operator?: string): string =>
  `custom.${field}${operator === undefined ? '' : `[${operator}]`}`;

function customOf(query: Record<string, unknown>): Record<string, unknown> {
  query['custom'] ??= Object.create(null);
  const custom = query['custom'];
  if (typeof custom !== 'object' || custom === null || Array.isArray(custom)) throw unreadable('custom');
  return custom as Record<string, unknown>;
}

function setPlain(query: Record<string, unknown>, name: string, value: string): void {
  const before = query[name];
  if (before === undefined) query[name] = value;
  else if (typeof before === 'string') query[name] = [before, value];
  else if (Array.isArray(before)) before.push(value);
  else throw unreadable(name);
}

function setNested(query: Record<string, unknown>, name: string, operator: string, value: string): void {
  query[name] ??= Object.create(null);
  const operators = query[name];
  if (typeof operators !== 'object' || operators === null || Array.isArray(operators) || operator in operators)
    throw unreadable(name);
  (operators as Record<string, unknown>)[operator] = value;
}

const unreadable = (name: string): BadRequestError =>
  new BadRequestError('invalid-query', 'The query string cannot be read.', {
    errors: [
      { parameter: name.slice(0, 100), code: 'unreadable', detail: 'must be name=value or name[operator]=value' },
    ],
  });
