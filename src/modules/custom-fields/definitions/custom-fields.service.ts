import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { changeBetween, requireVersion } from '../../../kernel/change.js';
import { newId } from '../../../kernel/entity.js';
import { ConflictError, invalidAt, notFound } from '../../../kernel/errors.js';
import { Events } from '../../../kernel/events.js';
import { ADVISORY_LOCKS, Database, QueryRunner, violatedUnique } from '../../../platform/database/index.js';
import { CustomField } from './custom-field.entity.js';
import type {
  CustomFieldCreate,
  CustomFieldOrder,
  CustomFieldOrderView,
  CustomFieldUpdate,
  CustomFieldView,
} from './custom-fields.dto.js';
import { customFieldCreated, customFieldDeleted, customFieldUpdated } from './custom-fields.events.js';
import { CustomFieldsQueries } from './custom-fields.queries.js';
import { checkDefinition, completeOptions, requireOptions } from './definition-rules.js';
import { Consequences } from './consequences.js';

const MOST = 100;
const DEFAULT_LENGTH = 500;
/** A new field has no index and is not archived. */
const NEW = { indexStatus: null, indexJobId: null, archivedAt: null } as const;

@Injectable()
export class CustomFieldsService {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly queries: CustomFieldsQueries,
    private readonly consequences: Consequences,
    private readonly events: Events,
  ) {}

  create(input: CustomFieldCreate): Promise<CustomFieldView> {
    requireUsableKey(input.key);
    return this.write(async (em) => {
      const definition = definitionOf(input);
      const defaultValue = checkDefinition(definition);
      const position = await this.nextPosition(input.resource);
      const field = em.create(CustomField, { ...definition, id: newId(), defaultValue, position, ...NEW });
      await this.consequences.follow(field, { isUnique: false, isIndexed: false });
      await em.flush();
      await this.queryRunner.rows(
        sql`delete from custom_field_deletions where resource = ${field.resource} and key = ${field.key}`,
      );
      const view = await this.queries.get(field.id);
      this.events.record(customFieldCreated, field.id, { object: view, previous: {}, changedFields: [] });
      return view;
    });
  }

  update(id: string, { options, ...patch }: CustomFieldUpdate, version?: number): Promise<CustomFieldView> {
    return this.change(id, version, { options, ...patch }, (field, before) => {
      const after = options && completeOptions(options);
      if (after) requireOptions(field.options, after);
      const changed = { ...provided(patch), ...(after && { options: after }) };
      Object.assign(field, changed, { defaultValue: checkDefinition({ ...before, ...changed }) });
    });
  }

  archive(id: string, version?: number): Promise<CustomFieldView> {
    return this.change(id, version, {}, (field) => {
      if (field.archivedAt) throw new ConflictError('custom-field-archived', 'The field is already archived.');
      field.archivedAt = new Date();
    });
  }

  restore(id: string, version?: number): Promise<CustomFieldView> {
    return this.change(id, version, {}, (field) => {
      if (!field.archivedAt) throw new ConflictError('custom-field-not-archived', 'The field is not archived.');
      field.archivedAt = null;
    });
  }

  /** Deletes only the definition. Records keep their stored values. */
  remove(id: string, version?: number): Promise<void> {
    return this.write(async (em) => {
      const { field, before } = await this.locked(em, id, version);
      await this.consequences.leave(field);
      await em.nativeDelete(CustomField, { id });
      await this.queryRunner.rows(
        sql`insert into custom_field_deletions (resource, key) values (${before.resource}, ${before.key})
          on conflict do nothing`,
      );
      this.events.record(customFieldDeleted, id, { object: before, previous: {}, changedFields: [] });
    });
  }

  order({ resource, ids }: CustomFieldOrder): Promise<CustomFieldOrderView> {
    return this.write(async () => {
      await this.alone();
      const before = await this.queries.activeOf(resource);
      if (ids.length !== before.length || !before.every(({ id }) => ids.includes(id)))
        throw invalidAt(
          '#/ids',
          'incomplete',
          'must contain every field of the record type that is not archived, once',
        );
      await this.queryRunner.rows(sql`
        update custom_field_definitions c set position = o.place, version = c.version + 1, updated_at = now()
          from unnest(${[...ids]}::uuid[]) with ordinality as o (id, place) where c.id = o.id and c.position <> o.place`);
      const data = await this.queries.activeOf(resource);
      for (const after of data) {
        const change = changeBetween(before.find(({ id }) => id === after.id) ?? after, after);
        if (change.changedFields.length > 0) this.events.record(customFieldUpdated, after.id, change);
      }
      return { data };
    });
  }

  private change(
    id: string,
    version: number | undefined,
    patch: CustomFieldUpdate,
    apply: (field: CustomField, before: CustomFieldView) => void,
  ): Promise<CustomFieldView> {
    return this.write(async (em) => {
      const { field, before } = await this.locked(em, id, version, patch);
      const held = {
        isUnique: before.isUnique && !before.archivedAt,
        isIndexed: before.indexStatus !== null && (before.indexStatus !== 'failed' || patch.isFilterable !== true),
      };
      apply(field, before);
      await this.consequences.follow(field, held);
      await em.flush();
      const after = await this.queries.get(id);
      const change = changeBetween(before, after);
      if (change.changedFields.length > 0) this.events.record(customFieldUpdated, id, change);
      return after;
    });
  }

  private async nextPosition(resource: string): Promise<number> {
    await this.alone();
    const row = await this.queryRunner.row<{ count: number; last: number }>(
      sql`select count(*)::int as count, coalesce(max(position), 0) as last from custom_field_definitions
        where resource = ${resource}`,
    );
    if ((row?.count ?? 0) >= MOST)
      throw new ConflictError('too-many-custom-fields', `A record type has at most ${MOST} custom fields.`);
    return (row?.last ?? 0) + 1;
  }

  private async alone(): Promise<void> {
    await this.queryRunner.rows(sql`select pg_advisory_xact_lock(${sql.lit(ADVISORY_LOCKS.customFields)})`);
  }

  private async locked(
    em: EntityManager,
    id: string,
    version: number | undefined,
    patch: object = {},
  ): Promise<{ field: CustomField; before: CustomFieldView }> {
    const field = await em.findOne(CustomField, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!field) throw notFound('custom-field');
    const before = await this.queries.get(id);
    requireVersion(before, version, patch);
    return { field, before };
  }

  private async write<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.database.write(async (em) => {
        this.database.afterCommit(() => this.consequences.known.forget());
        return work(em);
      });
    } catch (error) {
      if (violatedUnique(error) === 'custom_field_definitions_key_key')
        throw new ConflictError(
          'custom-field-key-taken',
          'The record type already has a field with this key, which may be archived.',
        );
      throw error;
    }
  }
}

const provided = (patch: object): object =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));

function requireUsableKey(key: string): void {
  if (key in Object.prototype || key === 'prototype')
    throw invalidAt('#/key', 'forbidden-key', 'key is reserved: every JavaScript object has a property of this name');
}

/** Completes the input with the defaults of a definition. */
const definitionOf = ({ options = [], ...input }: CustomFieldCreate): Omit<CustomFieldView, 'id'> =>
  ({
    description: null,
    targetResource: null,
    isRequired: false,
    isUnique: false,
    defaultValue: null,
    minimum: null,
    maximum: null,
    isFilterable: false,
    ...provided(input),
    options: completeOptions(options),
    maxLength: input.maxLength ?? (input.type === 'text' ? DEFAULT_LENGTH : null),
  }) as Omit<CustomFieldView, 'id'>;
