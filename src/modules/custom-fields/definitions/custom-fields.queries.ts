import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { notFound } from '../../../kernel/errors.js';
import type { Page } from '../../../kernel/page.js';
import { QueryRunner } from '../../../platform/database/index.js';
import {
  defineRecordFields,
  field,
  parseSort,
  RecordLists,
  simpleFilter,
  type Fields,
  type RecordSource,
} from '../../../platform/query/index.js';
import { CUSTOM_FIELD_RESOURCES, CUSTOM_FIELD_TYPES } from './custom-field.entity.js';
import type { CustomFieldQuery, CustomFieldView } from './custom-fields.dto.js';

const fields = {
  id: field.uuid('c.id'),
  resource: field.choice('c.resource', CUSTOM_FIELD_RESOURCES),
  key: field.text('c.key', { sort: true }),
  type: field.choice('c.type', CUSTOM_FIELD_TYPES),
  position: field.integer('c.position', { sort: true }),
  isFilterable: field.boolean('c.is_filterable'),
  createdAt: field.timestamp('c.created_at', { sort: true }),
} satisfies Fields;
defineRecordFields('custom-fields', fields);

const stored = {
  id: 'id',
  resource: 'resource',
  key: 'key',
  label: 'label',
  description: 'description',
  type: 'type',
  targetResource: 'target_resource',
  options: 'options',
  isRequired: 'is_required',
  isUnique: 'is_unique',
  defaultValue: 'default_value',
  maxLength: 'max_length',
  minimum: 'minimum',
  maximum: 'maximum',
  position: 'position',
  isFilterable: 'is_filterable',
  indexStatus: 'index_status',
  archivedAt: 'archived_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  version: 'version',
} as const satisfies Record<keyof CustomFieldView, string>;
const columns = Object.fromEntries(
  Object.entries(stored).map(([name, column]) => [name, sql.ref(`c.${column}`)]),
) as Record<keyof CustomFieldView, RawBuilder<unknown>>;
const selected = sql.join(Object.entries(columns).map(([name, column]) => sql`${column} as ${sql.id(name)}`));
const source: RecordSource = {
  resource: 'custom-fields',
  from: sql`custom_field_definitions c`,
  id: sql.ref('c.id'),
  fields,
  columns,
  live: sql`true`,
};

/** Record type and key of a deleted definition. */
export interface DeletedField {
  readonly resource: string;
  readonly key: string;
}

@Injectable()
export class CustomFieldsQueries {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
  ) {}

  list(
    actor: Actor,
    { limit = 25, cursor, count = 'none', sort, isArchived, ...filters }: CustomFieldQuery,
  ): Promise<Page<CustomFieldView>> {
    const where =
      isArchived === undefined ? [] : [isArchived ? sql`c.archived_at is not null` : sql`c.archived_at is null`];
    const filter = simpleFilter({ ...filters }, fields);
    return this.lists.page<CustomFieldView>(source, {
      where,
      limit,
      count,
      sort: parseSort(sort, fields, ['position']),
      context: { userId: actor.userId, now: new Date() },
      ...(cursor && { cursor }),
      ...(filter && { filter }),
    });
  }

  async get(id: string): Promise<CustomFieldView> {
    const found = await this.queryRunner.row<CustomFieldView>(
      sql`select ${selected} from custom_field_definitions c where c.id = ${id}::uuid`,
    );
    if (!found) throw notFound('custom-field');
    return found;
  }

  all(): Promise<CustomFieldView[]> {
    return this.queryRunner.rows<CustomFieldView>(
      sql`select ${selected} from custom_field_definitions c order by c.resource, c.position, c.id`,
    );
  }

  /** Returns deleted keys that were not defined again. */
  deleted(): Promise<DeletedField[]> {
    return this.queryRunner.rows<DeletedField>(
      sql`select resource, key from custom_field_deletions order by resource, key`,
    );
  }

  activeOf(resource: string): Promise<CustomFieldView[]> {
    return this.queryRunner.rows<CustomFieldView>(
      sql`select ${selected} from custom_field_definitions c where c.resource = ${resource} and c.archived_at is null
        order by c.position, c.id`,
    );
  }
}
