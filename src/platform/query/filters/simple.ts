import { BadRequestError, type FieldError } from '../../../kernel/errors.js';
import { type Condition, readCondition, type Report } from './condition.js';
import { type Field, type Fields, filterable } from '../fields/fields.js';
import { type Filter, isPlainObject } from './filter.js';
import { takesList, type Operator } from '../fields/kinds.js';

/** Query parameters of lists that are not filters. */
const LIST_WORDS = new Set(['limit', 'cursor', 'sort', 'q', 'count', 'include', 'deleted', 'viewId']);
const MAX_CONDITIONS = 50;

/** Converts query text by the kind of the field. Other spellings are not guessed. */
function fromText(value: unknown, { kind }: Field, op: string): unknown {
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'string') return value;
  if (kind === 'boolean' || op === 'isNull') return value === 'true' ? true : value === 'false' ? false : value;
  return kind === 'integer' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
}

/** `status=a&status=b` becomes `in`; `tags=a&tags=b` becomes `hasAny`. */
function plainOperator(field: Field, value: unknown): string {
  if (field.kind === 'tags') return Array.isArray(value) ? 'hasAny' : 'has';
  return Array.isArray(value) ? 'in' : 'eq';
}

function readOne(name: string, op: string, value: unknown, fields: Fields, report: Report): Condition | undefined {
  const field = fields[name] as Field;
  const listed = takesList(op as Operator) && !Array.isArray(value) ? [value] : value;
  const read = Array.isArray(listed) ? listed.map((item) => fromText(item, field, op)) : fromText(listed, field, op);
  return readCondition(name, op, read, fields, report);
}

function readParameter(name: string, value: unknown, fields: Fields, errors: FieldError[]): (Condition | undefined)[] {
  const at =
    (parameter: string): Report =>
    (_, code, detail) =>
      void errors.push({ parameter, code, detail });
  const found = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!found || found.filter === false || found.kind === 'json') {
    const names = filterable(fields).filter((known) => !known.endsWith('.<key>'));
    return [
      at(name.slice(0, 100).toWellFormed())(
        'field',
        'unknown-parameter',
        `Not a filter of this list; there are ${names.join(', ')}.`,
      ),
    ];
  }
  if (!isPlainObject(value) || value instanceof Date)
    return [readOne(name, plainOperator(found, value), value, fields, at(name))];
  return Object.entries(value)
    .filter(([, operand]) => operand !== undefined)
    .map(([op, operand]) => readOne(name, op, operand, fields, at(`${name}[${op.slice(0, 40).toWellFormed()}]`)));
}

/** Parses `?status=new&createdAt[gte]=2026-01-01` as a filter. POST /search accepts the full filter language. */
export function simpleFilter(query: Readonly<Record<string, unknown>>, fields: Fields): Filter | undefined {
  const errors: FieldError[] = [];
  const parameters = Object.entries(query).filter(([name, value]) => value !== undefined && !LIST_WORDS.has(name));
  const and = parameters
    .flatMap(([name, value]) => readParameter(name, value, fields, errors))
    .filter((condition) => condition !== undefined);
  if (and.length > MAX_CONDITIONS)
    errors.push({ parameter: 'filter', code: 'too-many-nodes', detail: `At most ${MAX_CONDITIONS} conditions.` });
  if (errors.length > 0)
    throw new BadRequestError('invalid-query', 'A query parameter is invalid.', { errors: errors.slice(0, 20) });
  return and.length > 1 ? { and } : and[0];
}
