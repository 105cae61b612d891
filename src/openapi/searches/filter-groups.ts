import type { Field, FieldKind } from '../../platform/query/index.js';
import { schemaRef, type Schema } from '../schemas/shapes.js';

/** Fields of a filter that take the same operators and values. */
export interface FilterGroup {
  /** Part of schema names: `Text`, `Status`. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly fields: readonly string[];
  /** Names of custom fields. */
  readonly pattern?: string;
  readonly value: Schema;
}

type NamedField = readonly [path: string, field: Field];

const ID = '[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}';
const RELATIVE: Schema = { $ref: schemaRef('RelativeTime') };
const TEXT: Schema = { type: 'string', maxLength: 500 };

const VALUES: Readonly<Record<Exclude<FieldKind, 'choice'>, Schema>> = {
  text: TEXT,
  tags: TEXT,
  integer: { type: 'integer', format: 'int64' },
  decimal: {
    anyOf: [{ type: 'string', maxLength: 50, pattern: '^-?[0-9]{1,30}([.][0-9]{1,15})?$' }, { type: 'number' }],
  },
  boolean: { type: 'boolean' },
  // A time, or a day.
  timestamp: { anyOf: [{ type: 'string', maxLength: 40 }, RELATIVE] },
  day: { anyOf: [{ type: 'string', format: 'date' }, RELATIVE] },
  uuid: { type: 'string', format: 'uuid' },
  json: { anyOf: [TEXT, { type: 'number' }, { type: 'boolean' }, RELATIVE] },
};

const capital = (text: string): string =>
  text.replace(/(?:^|\.)([a-z])/gi, (_, initial: string) => initial.toUpperCase());

/** Returns the fields by kind. Choices are grouped by their values, ids by the words `$me` and `$myTeam`. */
export function filterGroups(
  fields: readonly NamedField[],
  schemas: Readonly<Record<string, Schema>>,
): readonly FilterGroup[] {
  const groups = Map.groupBy(fields, keyOf);
  return [...groups.values()].map((members) => groupOf(members, schemas));
}

const keyOf = ([, { kind, values = [], user, team }]: NamedField): string =>
  JSON.stringify([kind, values, user ?? false, team ?? false]);

function groupOf(members: NamedField[], schemas: Readonly<Record<string, Schema>>): FilterGroup {
  const [path, field] = members[0] as NamedField;
  const fields = members.map(([name]) => name);
  const { kind } = field;
  if (kind === 'choice') return { name: capital(path), kind, fields, value: choiceOf(field.values ?? [], schemas) };
  if (kind === 'json') return { name: 'Custom', kind, fields, pattern: customPattern(fields), value: VALUES.json };
  if (!field.user && !field.team) return { name: capital(kind), kind, fields, value: VALUES[kind] };
  return {
    name: field.user ? 'User' : 'Team',
    kind,
    fields,
    value: { type: 'string', pattern: `^(${field.user ? '[$]me|' : ''}[$]myTeam|${ID})$` },
  };
}

const customPattern = (fields: readonly string[]): string =>
  `^(${fields.map((name) => name.replaceAll('.', '[.]')).join('|')})[.][A-Za-z][0-9A-Za-z_-]{0,62}$`;

/** Returns a reference to the enumeration with these values if one exists. */
function choiceOf(values: readonly string[], schemas: Readonly<Record<string, Schema>>): Schema {
  const isSame = (schema: Schema): boolean => JSON.stringify(schema.enum) === JSON.stringify(values);
  const name = Object.keys(schemas)
    .toSorted()
    .find((key) => isSame(schemas[key] as Schema));
  return name === undefined ? { type: 'string', enum: [...values] } : { $ref: schemaRef(name) };
}
