import { BadRequest } from '../../kernel/errors.js';
import { FORBIDDEN_KEYS } from './limits.js';

const NAME = /^([a-zA-Z][a-zA-Z0-9.]{0,99})(?:\[([a-zA-Z]{1,20})\])?$/;

/**
 * Query strings as `api.md` has them: `a=1&a=2` repeats, `createdAt[gte]=…` is one level deep, nothing else.
 * Objects have no prototype, and a parameter cannot be both a value and an object.
 */
export function parseQuery(text: string | null): Record<string, unknown> {
  const query: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [key, value] of new URLSearchParams(text ?? '')) {
    const match = NAME.exec(key);
    const name = match?.[1];
    if (!name || FORBIDDEN_KEYS.has(name)) throw unreadable(key);
    if (match[2]) setNested(query, name, match[2], value);
    else setPlain(query, name, value);
  }
  return query;
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
  if (typeof operators !== 'object' || operators === null || Array.isArray(operators) || operator in operators) throw unreadable(name);
  (operators as Record<string, unknown>)[operator] = value;
}

const unreadable = (name: string): BadRequest =>
  new BadRequest('invalid-query', 'The query string cannot be read.', { errors: [{ parameter: name.slice(0, 100), code: 'unreadable', detail: 'must be name=value or name[operator]=value' }] });
