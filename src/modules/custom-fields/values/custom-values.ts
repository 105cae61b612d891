import { Injectable } from '@nestjs/common';
import { UnprocessableError, type FieldError } from '../../../kernel/errors.js';
import { mergePatch } from '../../../kernel/values/merge-patch.js';
import { requestContext } from '../../../kernel/request-context.js';
import type { Fields } from '../../../platform/query/index.js';
import { CustomFields, type CustomLink } from '../../../platform/records/index.js';
import type { CustomFieldView } from '../definitions/custom-fields.dto.js';
import { readValue } from './read-value.js';
import { KnownFields, type FieldsOfKind } from './known-fields.js';
import { LinkedValues } from './linked-values.js';
import { withKnownKeys, withTyped } from './typed-fields.js';

type Values = Readonly<Record<string, unknown>>;

/** One write of the custom fields of one record. */
interface Writing {
  readonly definitions: ReadonlyMap<string, CustomFieldView>;
  readonly stored: Values;
  readonly errors: FieldError[];
}

const at = (key: string): string => `#/customFields/${key.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`;
/** Ignores inherited properties such as `constructor`. */
const ownValue = (values: Values, key: string): unknown => (Object.hasOwn(values, key) ? values[key] : undefined);
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Validates values of custom fields against their definitions. */
@Injectable()
export class CustomValues extends CustomFields {
  private readonly extended = new WeakMap<FieldsOfKind, Map<Fields, Fields>>();

  constructor(
    private readonly known: KnownFields,
    private readonly links: LinkedValues,
  ) {
    super();
  }

  async fieldsOf(resource: string, own: Fields): Promise<Fields> {
    const known = await this.known.kind(resource);
    const created = this.extended.get(known) ?? new Map<Fields, Fields>();
    this.extended.set(known, created);
    const fields = created.get(own) ?? withTyped(own, known.definitions, known.deleted);
    created.set(own, fields);
    return fields;
  }

  async linkedFieldsOf(resource: string, own: Fields): Promise<Fields> {
    const { definitions, deleted } = await this.known.kind(resource);
    return withKnownKeys(own, definitions, deleted);
  }

  /** Accepts any value if the record type has no definitions. Otherwise accepts only defined fields. */
  async accept(resource: string, patch: Values | undefined, stored?: Values): Promise<Record<string, unknown>> {
    const definitions = await this.known.fieldsOf(resource);
    if (definitions.length === 0 || (stored && !patch)) return patch ? mergePatch(stored ?? {}, patch) : { ...stored };
    const writing: Writing = {
      definitions: new Map(definitions.map((one) => [one.key, one])),
      stored: stored ?? {},
      errors: [],
    };
    const accepted = await this.read(patch ?? {}, writing);
    const merged = { ...(stored ? {} : defaultsOf(definitions)), ...mergePatch(stored ?? {}, accepted) };
    for (const key of Object.keys(accepted)) if (accepted[key] === null) delete merged[key];
    requireAll(merged, writing, stored !== undefined);
    if (writing.errors.length > 0)
      throw new UnprocessableError('invalid-body', 'The request body is invalid.', {
        errors: writing.errors.slice(0, 20),
      });
    return merged;
  }

  async linksFrom(table: string): Promise<readonly CustomLink[]> {
    return linksIn(await this.known.fieldsOf(table));
  }

  /** Reads from the database, because the cache can lack a new definition. */
  async linksTo(table: string): Promise<readonly CustomLink[]> {
    return linksIn(await this.known.all()).filter(({ to }) => to === table);
  }

  async defaultsOf(resource: string): Promise<Readonly<Record<string, unknown>>> {
    return defaultsOf(await this.known.fieldsOf(resource));
  }

  /**
   * Returns the values in normal form. Accepts unchanged stored values, also if their definition is archived or
   * deleted.
   */
  private async read(patch: Values, writing: Writing): Promise<Record<string, unknown>> {
    const accepted: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(patch)) {
      if (value === undefined) continue;
      const isOld = Object.hasOwn(writing.stored, key) && isSame(value, writing.stored[key]);
      if (value === null || isOld) accepted[key] = value;
      else if (isDefined(key, writing)) accepted[key] = await this.readOne(key, value, writing);
    }
    return accepted;
  }

  private async readOne(key: string, value: unknown, { definitions, stored, errors }: Writing): Promise<unknown> {
    const definition = definitions.get(key) as CustomFieldView;
    const read = readValue(value, definition, ownValue(stored, key));
    if (!('value' in read)) {
      errors.push({ pointer: at(key), ...read });
      return undefined;
    }
    if ((definition.type === 'user' || definition.type === 'record-link') && read.value !== ownValue(stored, key))
      await this.links.require(definition, read.value as string, at(key));
    return read.value;
  }
}

function isDefined(key: string, { definitions, errors }: Writing): boolean {
  const definition = definitions.get(key);
  if (definition && definition.archivedAt === null) return true;
  errors.push({
    pointer: at(key),
    code: definition ? 'archived-field' : 'unknown-field',
    detail: definition ? 'this field is archived and cannot be written' : 'there is no such custom field',
  });
  return false;
}

const linksIn = (definitions: readonly CustomFieldView[]): CustomLink[] =>
  definitions.flatMap(({ resource, key, targetResource }) =>
    targetResource === null ? [] : [{ table: resource, key, to: targetResource }],
  );

const defaultsOf = (definitions: readonly CustomFieldView[]): Record<string, unknown> =>
  Object.fromEntries(
    definitions
      .filter(({ archivedAt, defaultValue }) => archivedAt === null && defaultValue !== null)
      .map(({ key, defaultValue }) => [key, defaultValue]),
  );

/** Skips new records without an actor, such as submissions of lead forms: no user could correct the input. */
function requireAll(merged: Values, { definitions, errors }: Writing, isStored: boolean): void {
  if (!isStored && !requestContext()?.actor) return;
  for (const { key, isRequired, archivedAt } of definitions.values()) {
    const isRejected = errors.some(({ pointer }) => pointer === at(key));
    if (isRequired && archivedAt === null && ownValue(merged, key) === undefined && !isRejected)
      errors.push({ pointer: at(key), code: 'required', detail: 'this field is required' });
  }
}
