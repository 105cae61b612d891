import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { ConflictError } from '../../../kernel/errors.js';
import { withoutVisibility, QueryRunner, violatedUnique } from '../../../platform/database/index.js';
import { CUSTOM_FIELD_RESOURCES, type CustomField } from './custom-field.entity.js';

type ValueLocation = Pick<CustomField, 'resource' | 'key'>;

/**
 * Fills or clears the stored unique values when a field becomes unique or stops being unique. Triggers on the record
 * tables maintain the values.
 */
@Injectable()
export class UniqueValues {
  constructor(private readonly queryRunner: QueryRunner) {}

  /** Locks the record table against writes, so that all later writes see the field as unique. */
  async collect({ resource, key }: ValueLocation): Promise<void> {
    if (!CUSTOM_FIELD_RESOURCES.includes(resource)) throw new Error(`There are no ${resource as string}`);
    await withoutVisibility(async () => {
      await this.queryRunner.rows(sql`lock table ${sql.table(resource)} in share row exclusive mode`, {
        prepared: false,
      });
      try {
        await this.queryRunner.rows(sql`
          insert into custom_field_values (resource, key, value, record_id)
          select ${resource}::varchar, ${key}::varchar, left(equal_text(r.custom_fields ->> ${key}::text), 500), r.id
            from ${sql.table(resource)} r where r.deleted_at is null and r.custom_fields ->> ${key}::text is not null`);
      } catch (error) {
        if (violatedUnique(error) !== 'custom_field_values_pkey') throw error;
        throw new ConflictError(
          'custom-field-not-unique',
          'Some records have the same value in this field, so it cannot be unique.',
        );
      }
    });
  }

  async forget({ resource, key }: ValueLocation): Promise<void> {
    await this.queryRunner.rows(sql`delete from custom_field_values where resource = ${resource} and key = ${key}`);
  }
}
