import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Conflict } from '../../../kernel/errors.js';
import { beyondSight, Reader, violatedUnique } from '../../../platform/database/index.js';
import { CUSTOM_FIELD_RESOURCES, type CustomField } from './custom-field.entity.js';

type Place = Pick<CustomField, 'resource' | 'key'>;

/** The values that must not come twice. Records keep them by triggers; this is for when a field becomes unique, or ceases to be. */
@Injectable()
export class UniqueValues {
  constructor(private readonly reader: Reader) {}

  /** Nobody writes such records meanwhile: who comes after finds the field unique. */
  async collect({ resource, key }: Place): Promise<void> {
    if (!CUSTOM_FIELD_RESOURCES.includes(resource)) throw new Error(`There are no ${resource as string}`);
    await beyondSight(async () => {
      await this.reader.rows(sql`lock table ${sql.table(resource)} in share row exclusive mode`, { prepared: false });
      try {
        await this.reader.rows(sql`
          insert into custom_field_values (resource, key, value, record_id)
          select ${resource}::varchar, ${key}::varchar, left(lower(r.custom_fields ->> ${key}::text), 500), r.id from ${sql.table(resource)} r where r.deleted_at is null and r.custom_fields ->> ${key}::text is not null`);
      } catch (error) {
        if (violatedUnique(error) !== 'custom_field_values_pkey') throw error;
        throw new Conflict(
          'custom-field-not-unique',
          'Some records have the same value in this field: it cannot be unique.',
        );
      }
    });
  }

  async forget({ resource, key }: Place): Promise<void> {
    await this.reader.rows(sql`delete from custom_field_values where resource = ${resource} and key = ${key}`);
  }
}
