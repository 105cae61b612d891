import type { EntityClass, EntitySchema } from '@mikro-orm/core';
import { sql } from 'kysely';
import { newId } from '../../../kernel/entity.js';
import type { Permission } from '../../../kernel/access.js';
import type { RecordSource, Sql } from '../../query/index.js';
import { defineRecordFields, defineRelation } from '../../query/index.js';
import { accessScopeOf, defineVisibility, visibleTo, type OwnershipColumns } from '../../visibility/index.js';
import { including, relatedTo, type Include, type RecordView, type WrittenKind } from './record-kind.js';
import { recordSummary } from '../counts/record-counts.js';
import { RECORD_NAMES, type RecordNoun, type RecordResource } from './record-names.js';
import { defineRecordLinks } from '../links/record-links.js';
import {
  referenceTo,
  type RecordTypeDefinition,
  type RecordTypeLink,
  type RecordTypeSettings,
} from './record-type-definition.js';
import { propertiesOf, type EntityProperty } from './entity-properties.js';
import { countedFields, fieldsFrom } from './type-fields.js';
import { mergingOf, uniqueValuesOf } from './record-problems.js';

/** Everything that the common code knows about a record type. */
export interface RecordType<V extends RecordView = RecordView, E extends object = object> extends WrittenKind<V, E> {
  readonly entity: EntityClass<E>;
  readonly resource: RecordResource;
  readonly noun: RecordNoun;
  readonly alias: string;
  readonly properties: readonly EntityProperty[];
  /** Column names of the stored properties in the view. */
  readonly columnNames: Readonly<Record<string, string>>;
  readonly definition: RecordTypeSettings<V>;
  readonly readPermission: Permission;
}

const defined = new Map<RecordResource, RecordType>();

/** Returns the record type of a loaded module. */
export function recordTypeOf(resource: RecordResource): RecordType {
  const type = defined.get(resource);
  if (!type) throw new Error(`The record type ${resource} is not defined`);
  return type;
}

/** Returns the entities of the record types of all loaded modules. */
export const recordEntities = (): EntitySchema[] =>
  [...defined.values()].map(({ definition }) => definition.schema as EntitySchema);

const listeners: ((type: RecordType) => void)[] = [];

/** Calls the function for every record type, also for record types of modules that are loaded later. */
export function whenRecordTypeDefined(listener: (type: RecordType) => void): void {
  listeners.push(listener);
  for (const type of defined.values()) listener(type);
}

/**
 * Defines a record type: registers its fields, visibility, links and relations. Columns, defaults, money and days come
 * from the metadata of the entity.
 */
export function defineRecordType<V extends RecordView, E extends object>(
  resource: RecordResource,
  definition: RecordTypeDefinition<V, E>,
): RecordType<V, E> {
  const noun = RECORD_NAMES[resource];
  const properties = propertiesOf(definition.schema);
  const source = sourceOf(resource, definition, properties);
  const ownershipColumns = ownershipColumnsOf(definition.alias);
  const type: RecordType<V, E> = {
    resource,
    noun,
    source,
    ownershipColumns,
    properties,
    definition,
    alias: definition.alias,
    table: resource,
    entity: definition.entity,
    readPermission: `${resource}:read`,
    columnNames: columnNamesOf(properties),
    includes: includesOf(ownershipColumns, definition),
    order: ['-createdAt'],
    phones: phonesOf(properties),
    ...(has(properties, 'externalIds') && { externalIds: { table: `${noun}_external_ids`, column: `${noun}_id` } }),
    ...(definition.unique && { unique: uniqueValuesOf(resource, definition.alias, definition.unique) }),
    ...(definition.merged && { merged: mergingOf(definition.merged) }),
  };
  register(type);
  return type;
}

export const has = (properties: readonly EntityProperty[], name: string): boolean =>
  properties.some((one) => one.name === name);

const columnNamesOf = (properties: readonly EntityProperty[]): Record<string, string> =>
  Object.fromEntries(properties.filter(({ isHidden }) => !isHidden).map(({ name, column }) => [name, column]));

/** Returns the values of a new record, without values for required properties. */
export function defaultsFrom(properties: readonly EntityProperty[]): Record<string, unknown> {
  const now = new Date().toISOString();
  const fixed: Record<string, unknown> = { id: newId(), createdAt: now, updatedAt: now, version: 1 };
  return Object.fromEntries(
    properties
      .filter(({ isHidden }) => !isHidden)
      .flatMap((one) => {
        const value =
          fixed[one.name] ?? (one.nullable ? null : one.kind === 'json' ? {} : structuredClone(one.default));
        return value === undefined ? [] : [[one.name, value]];
      }),
  );
}

function register<V extends RecordView, E extends object>(type: RecordType<V, E>): void {
  defined.set(type.resource, type as unknown as RecordType);
  defineRecordFields(type.resource, type.source.fields);
  if (!type.definition.hasOwnVisibility) registerVisibilityAndLinks(type);
  for (const listener of listeners) listener(type as unknown as RecordType);
}

function registerVisibilityAndLinks<V extends RecordView, E extends object>(type: RecordType<V, E>): void {
  const { resource, source, ownershipColumns, definition } = type;
  const { owner, team } = ownershipColumns;
  defineVisibility(resource, {
    from: tableOf(resource, type.alias),
    id: source.id,
    where: (actor) => visibleTo(actor, ownershipColumns),
    live: source.live,
    accessReasons: (actor) => ({
      'record-owned': sql`${owner} = ${actor.userId}::uuid`,
      ...(accessScopeOf(actor) === 'team' && { 'record-in-team': sql`${team} = ${actor.teamId}::uuid` }),
    }),
    owner,
    team,
  });
  const links = definition.links ?? {};
  defineRecordLinks(resource, Object.fromEntries(Object.entries(links).map(([name, link]) => [name, linkOf(link)])));
  for (const [name, link] of Object.entries(links)) if (typeof link.to !== 'string') relate(type, name, link.to);
}

const linkOf = ({ to, first, isSamePerson }: RecordTypeLink): Parameters<typeof defineRecordLinks>[1][string] => ({
  to: typeof to === 'string' ? to : to.resource,
  ...(first && { first }),
  ...(isSamePerson && { isSamePerson }),
});

/** Defines the relation of a link in both directions. */
function relate<V extends RecordView, E extends object>(type: RecordType<V, E>, name: string, to: RecordType): void {
  const link = sql.ref(`${type.alias}.${type.columnNames[name]}`);
  defineRelation(type.resource, to.noun, relatedTo(to, sql`${to.source.id} = ${link}`));
  defineRelation(to.resource, type.resource, relatedTo(type, sql`${link} = ${to.source.id}`, true));
}

function sourceOf<V extends RecordView, E extends object>(
  resource: RecordResource,
  { alias, joins, fields = {}, counts, isSearched = true, computed, ...definition }: RecordTypeDefinition<V, E>,
  properties: readonly EntityProperty[],
): RecordSource {
  const shown = properties.filter(({ isHidden }) => !isHidden);
  const all = fieldsFrom(alias, properties, fields, phonesOf(properties));
  return {
    resource,
    from: definition.from ?? tableOf(resource, alias),
    ...(joins && { joins }),
    id: sql.ref(`${alias}.id`),
    fields: all,
    columns: {
      ...Object.fromEntries(shown.map(({ name, column }) => [name, sql.ref(`${alias}.${column}`)])),
      ...(computed as Readonly<Record<string, Sql>> | undefined),
    },
    ...(isSearched && { search: sql.ref(`${alias}.search_text`) }),
    live: definition.live ?? sql`${sql.ref(`${alias}.deleted_at`)} is null`,
    isProbed: true,
    deleted: definition.deleted ?? sql`${sql.ref(`${alias}.deleted_at`)} is not null`,
    ...(counts && { summary: recordSummary(resource, countedFields(properties, counts)) }),
  };
}

function includesOf<V extends RecordView, E extends object>(
  { owner, team }: OwnershipColumns,
  { alias, links = {}, includes = {}, schema }: RecordTypeDefinition<V, E>,
): Record<string, Include> {
  const columns = new Map(propertiesOf(schema).map(({ name, column }) => [name, column]));
  const linked = Object.entries(links).flatMap(([name, { to }]) =>
    typeof to === 'string' ? [] : [[to.noun, referenceTo(to, sql.ref(`${alias}.${columns.get(name)}`))] as const],
  );
  return { owner: including.person(owner), team: including.team(team), ...Object.fromEntries(linked), ...includes };
}

/** Without quotes, because samples read table and alias from the text. */
const tableOf = (resource: RecordResource, alias: string): Sql => sql.raw(`${resource} ${alias}`);

const ownershipColumnsOf = (alias: string): OwnershipColumns => ({
  owner: sql.ref(`${alias}.owner_id`),
  team: sql.ref(`${alias}.team_id`),
});

/** Phone numbers are the properties that have an E.164 form. */
const phonesOf = (properties: readonly EntityProperty[]): string[] =>
  properties.filter(({ name }) => has(properties, `${name}E164`)).map(({ name }) => name);
