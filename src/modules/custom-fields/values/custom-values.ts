import { Injectable } from '@nestjs/common';
import { Invalid, type FieldError } from '../../../kernel/errors.js';
import { mergePatch } from '../../../kernel/merge-patch.js';
import { requestContext } from '../../../kernel/request-context.js';
import type { Fields } from '../../../platform/query/index.js';
import { CustomFields } from '../../../platform/records/index.js';
import type { CustomFieldView } from '../definitions/custom-fields.dto.js';
import { readValue } from './read-value.js';
import { KnownFields } from './known-fields.js';
import { LinkedValues } from './linked-values.js';
import { withTyped } from './typed-fields.js';

type Values = Readonly<Record<string, unknown>>;

/** One write of the custom fields of one record. */
interface Writing {
  readonly definitions: ReadonlyMap<string, CustomFieldView>;
  readonly stored: Values;
  readonly errors: FieldError[];
}

const at = (key: string): string => `#/customFields/${key.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`;
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Values of custom fields, as their definitions want them. */
@Injectable()
export class CustomValues extends CustomFields {
  private readonly extended = new WeakMap<readonly CustomFieldView[], Map<Fields, Fields>>();

  constructor(
    private readonly known: KnownFields,
    private readonly links: LinkedValues,
  ) {
    super();
  }

  async fieldsOf(resource: string, own: Fields): Promise<Fields> {
    const definitions = await this.known.of(resource);
    const made = this.extended.get(definitions) ?? new Map<Fields, Fields>();
    this.extended.set(definitions, made);
    const fields = made.get(own) ?? withTyped(own, definitions);
    made.set(own, fields);
    return fields;
  }

  /** A kind of records without definitions takes whatever it is given; from the first one on only what is defined. */
  async accept(resource: string, wanted: Values | undefined, stored?: Values): Promise<Record<string, unknown>> {
    const definitions = await this.known.of(resource);
    if (definitions.length === 0 || (stored && !wanted))
      return wanted ? mergePatch(stored ?? {}, wanted) : { ...stored };
    const writing: Writing = {
      definitions: new Map(definitions.map((one) => [one.key, one])),
      stored: stored ?? {},
      errors: [],
    };
    const given = await this.read(wanted ?? {}, writing);
    const merged = { ...(stored ? {} : defaultsOf(definitions)), ...mergePatch(stored ?? {}, given) };
    for (const key of Object.keys(given)) if (given[key] === null) delete merged[key];
    requireAll(merged, writing, stored !== undefined);
    if (writing.errors.length > 0)
      throw new Invalid('invalid-body', 'The request body is not acceptable.', { errors: writing.errors.slice(0, 20) });
    return merged;
  }

  /** What is wanted, in normal form. What is stored already may be said again, whatever has become of its definition. */
  private async read(wanted: Values, writing: Writing): Promise<Record<string, unknown>> {
    const given: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(wanted)) {
      if (value === undefined) continue;
      const isOld = Object.hasOwn(writing.stored, key) && isSame(value, writing.stored[key]);
      if (value === null || isOld) given[key] = value;
      else if (isDefined(key, writing)) given[key] = await this.readOne(key, value, writing);
    }
    return given;
  }

  private async readOne(key: string, value: unknown, { definitions, stored, errors }: Writing): Promise<unknown> {
    const definition = definitions.get(key) as CustomFieldView;
    const read = readValue(value, definition, stored[key]);
    if (!('value' in read)) {
      errors.push({ pointer: at(key), ...read });
      return undefined;
    }
    if ((definition.type === 'user' || definition.type === 'record-link') && read.value !== stored[key])
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

const defaultsOf = (definitions: readonly CustomFieldView[]): Record<string, unknown> =>
  Object.fromEntries(
    definitions
      .filter(({ archivedAt, defaultValue }) => archivedAt === null && defaultValue !== null)
      .map(({ key, defaultValue }) => [key, defaultValue]),
  );

/** Of what comes in by itself, from a form say, nothing is required: nobody is there who could be told. */
function requireAll(merged: Values, { definitions, errors }: Writing, isStored: boolean): void {
  if (!isStored && !requestContext()?.actor) return;
  for (const { key, isRequired, archivedAt } of definitions.values()) {
    const isRefused = errors.some(({ pointer }) => pointer === at(key));
    if (isRequired && archivedAt === null && merged[key] === undefined && !isRefused)
      errors.push({ pointer: at(key), code: 'required', detail: 'this field must be given' });
  }
}
