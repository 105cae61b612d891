import { Injectable } from '@nestjs/common';
import type { Permission } from '../../kernel/access.js';
import { can, type Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import {
  PublishedDocument,
  resolve,
  schemaOfRecord,
  shapesOf,
  withCustomFields,
  type CustomSchemas,
  type Document,
  type Schema,
} from '../../openapi/index.js';
import { recordFieldsKnown, recordFieldsOf } from '../../platform/query/index.js';
import { CustomFields } from '../../platform/records/index.js';
import { CUSTOM_FIELD_RESOURCES, KnownFields, schemaOf } from '../custom-fields/index.js';
import { customFieldOf, ownFieldsOf, type Writing } from './meta-fields.js';
import type { MetaFieldView, MetaObjectDetailView, MetaObjectView } from './meta.dto.js';

const takesCustomFields = (resource: string): boolean =>
  (CUSTOM_FIELD_RESOURCES as readonly string[]).includes(resource);

/** Record types and their fields, from the list fields, the API document and the custom field definitions. */
@Injectable()
export class MetaQueries {
  constructor(
    private readonly published: PublishedDocument,
    private readonly known: KnownFields,
    private readonly customFields: CustomFields,
  ) {}

  objects(actor: Actor): MetaObjectView[] {
    return recordFieldsKnown().flatMap((name) => this.objectFor(actor, name) ?? []);
  }

  async object(actor: Actor, name: string): Promise<MetaObjectDetailView> {
    const object = recordFieldsOf(name) && this.objectFor(actor, name);
    if (!object) throw notFound('object');
    return { ...object, fields: await this.fieldsOf(actor, name) };
  }

  /** Returns the API document with the custom fields of every record type. */
  async document(): Promise<Document> {
    const resources = new Map<string, CustomSchemas>();
    for (const resource of CUSTOM_FIELD_RESOURCES) {
      const active = (await this.known.fieldsOf(resource)).filter(({ archivedAt }) => archivedAt === null);
      if (active.length === 0) continue;
      const required = active
        .filter(({ isRequired, defaultValue }) => isRequired && defaultValue === null)
        .map(({ key }) => key);
      resources.set(resource, {
        properties: Object.fromEntries(active.map((field) => [field.key, schemaOf(field) as Schema])),
        required,
      });
    }
    return withCustomFields(this.published.get(), resources);
  }

  /** Returns undefined if the record type does not exist or the actor cannot read the record type. */
  private objectFor(actor: Actor, name: string): MetaObjectView | undefined {
    const read = this.permissionOf('get', `${name}/{id}`);
    if (!read || !can(actor, read)) return undefined;
    const actions = [...actor.permissions]
      .filter((permission) => permission.startsWith(`${name}:`))
      .map((permission) => permission.slice(name.length + 1))
      .toSorted();
    const hasCustomFields =
      takesCustomFields(name) &&
      schemaOfRecord(this.published.get(), shapesOf(this.published.get(), name).view)['customFields'] !== undefined;
    return { name, label: name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' '), hasCustomFields, actions };
  }

  private async fieldsOf(actor: Actor, name: string): Promise<MetaFieldView[]> {
    const document = this.published.get();
    const shapes = shapesOf(document, name);
    const own = recordFieldsOf(name) ?? {};
    const [create, update] = [this.permissionOf('post', name), this.permissionOf('patch', `${name}/{id}`)];
    const writing: Writing = {
      creating: create && can(actor, create) ? schemaOfRecord(document, shapes.create) : {},
      updating: update && can(actor, update) ? schemaOfRecord(document, shapes.update) : {},
      required: shapes.create === undefined ? [] : (document.components.schemas[shapes.create]?.required ?? []),
    };
    const view = schemaOfRecord(document, shapes.view);
    const fields = ownFieldsOf(view, own, writing, (schema) => resolve(schema, document.components));
    if (!takesCustomFields(name)) return fields;
    const typed = await this.customFields.fieldsOf(name, own);
    const active = (await this.known.fieldsOf(name)).filter(({ archivedAt }) => archivedAt === null);
    return [
      ...fields,
      ...active.map((definition) => customFieldOf(definition, typed[`custom.${definition.key}`], writing)),
    ];
  }

  private permissionOf(method: string, path: string): Permission | undefined {
    return this.published.get().paths[`/api/v1/${path}`]?.[method]?.['x-required-permission'] as Permission | undefined;
  }
}
