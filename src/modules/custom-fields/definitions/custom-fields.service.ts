import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { changeBetween, requireVersion } from '../../../kernel/change.js';
import { newId } from '../../../kernel/entity.js';
import { Conflict, invalidAt, notFound } from '../../../kernel/errors.js';
import { Events } from '../../../kernel/events.js';
import { ADVISORY_LOCKS, Database, Reader, violatedUnique } from '../../../platform/database/index.js';
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

/** What can be done with definitions. */
@Injectable()
export class CustomFieldsService {
  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
    private readonly queries: CustomFieldsQueries,
    private readonly consequences: Consequences,
    private readonly events: Events,
  ) {}

  create({ options = [], ...wanted }: CustomFieldCreate): Promise<CustomFieldView> {
    return this.write(async (em) => {
      const definition = {
        description: null,
        targetResource: null,
        isRequired: false,
        isUnique: false,
        defaultValue: null,
        minimum: null,
        maximum: null,
        isFilterable: false,
        ...given(wanted),
        options: completeOptions(options),
        maxLength: wanted.maxLength ?? (wanted.type === 'text' ? DEFAULT_LENGTH : null),
      } as Omit<CustomFieldView, 'id'>;
      const defaultValue = checkDefinition(definition);
      const position = await this.nextPosition(wanted.resource);
      const field = em.create(CustomField, {
        ...definition,
        id: newId(),
        defaultValue,
        position,
        indexStatus: null,
        indexJobId: null,
        archivedAt: null,
      });
      await this.consequences.follow(field, { isUnique: false, isIndexed: false });
      await em.flush();
      const view = await this.queries.get(field.id);
      this.events.record(customFieldCreated, field.id, { object: view, previous: {}, changedFields: [] });
      return view;
    });
  }

  update(id: string, { options, ...wanted }: CustomFieldUpdate, version?: number): Promise<CustomFieldView> {
    return this.change(id, version, { options, ...wanted }, (field, before) => {
      const after = options && completeOptions(options);
      if (after) requireOptions(field.options, after);
      const changed = { ...given(wanted), ...(after && { options: after }) };
      Object.assign(field, changed, { defaultValue: checkDefinition({ ...before, ...changed }) });
    });
  }

  archive(id: string): Promise<CustomFieldView> {
    return this.change(id, undefined, {}, (field) => {
      if (field.archivedAt) throw new Conflict('custom-field-archived', 'The field is archived already.');
      field.archivedAt = new Date();
    });
  }

  restore(id: string): Promise<CustomFieldView> {
    return this.change(id, undefined, {}, (field) => {
      if (!field.archivedAt) throw new Conflict('custom-field-not-archived', 'The field is not archived.');
      field.archivedAt = null;
    });
  }

  /** The definition goes; what records hold under its key stays as it is. */
  remove(id: string, version?: number): Promise<void> {
    return this.write(async (em) => {
      const { field, before } = await this.locked(em, id, version);
      await this.consequences.leave(field);
      await em.nativeDelete(CustomField, { id });
      this.events.record(customFieldDeleted, id, { object: before, previous: {}, changedFields: [] });
    });
  }

  order({ resource, ids }: CustomFieldOrder): Promise<CustomFieldOrderView> {
    return this.write(async () => {
      await this.alone();
      const before = await this.queries.livingOf(resource);
      if (ids.length !== before.length || !before.every(({ id }) => ids.includes(id)))
        throw invalidAt('#/ids', 'incomplete', 'must name every field of these records once that is not archived');
      await this.reader.rows(sql`
        update custom_field_definitions c set position = o.place, version = c.version + 1, updated_at = now() from unnest(${[...ids]}::uuid[]) with ordinality as o (id, place) where c.id = o.id and c.position <> o.place`);
      const data = await this.queries.livingOf(resource);
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
    wanted: CustomFieldUpdate,
    apply: (field: CustomField, before: CustomFieldView) => void,
  ): Promise<CustomFieldView> {
    return this.write(async (em) => {
      const { field, before } = await this.locked(em, id, version, wanted);
      const held = {
        isUnique: before.isUnique && !before.archivedAt,
        isIndexed: before.indexStatus !== null && (before.indexStatus !== 'failed' || wanted.isFilterable !== true),
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
    const row = await this.reader.row<{ count: number; last: number }>(
      sql`select count(*)::int as count, coalesce(max(position), 0) as last from custom_field_definitions where resource = ${resource}`,
    );
    if ((row?.count ?? 0) >= MOST)
      throw new Conflict('too-many-custom-fields', `A kind of records has at most ${MOST} custom fields.`);
    return (row?.last ?? 0) + 1;
  }

  private async alone(): Promise<void> {
    await this.reader.rows(sql`select pg_advisory_xact_lock(${sql.lit(ADVISORY_LOCKS.customFields)})`);
  }

  private async locked(
    em: EntityManager,
    id: string,
    version: number | undefined,
    wanted: object = {},
  ): Promise<{ field: CustomField; before: CustomFieldView }> {
    const field = await em.findOne(CustomField, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!field) throw notFound('custom-field');
    const before = await this.queries.get(id);
    requireVersion(before, version, wanted);
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
        throw new Conflict(
          'custom-field-key-taken',
          'These records have a field with this key already, perhaps an archived one.',
        );
      throw error;
    }
  }
}

const given = (wanted: object): object =>
  Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
