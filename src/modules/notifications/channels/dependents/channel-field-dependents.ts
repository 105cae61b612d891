import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import {
  DependsOnFields,
  namesField,
  type FieldDependent,
  type FieldDependents,
} from '../../../../kernel/records/field-dependents.js';
import { QueryRunner } from '../../../../platform/database/index.js';
import { resourceTypesOf } from '../../../../platform/outbox/index.js';

interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly events: readonly string[];
  readonly filter: unknown;
  readonly createdById: string | null;
}

/** Finds notification channels with a filter on a custom field. */
@DependsOnFields()
@Injectable()
export class ChannelFieldDependents implements FieldDependents {
  constructor(private readonly queryRunner: QueryRunner) {}

  async find(resource: string, field: string): Promise<readonly FieldDependent[]> {
    const channels = await this.queryRunner.rows<Candidate>(sql`
      select id, name, events, filter, created_by_id as "createdById" from notification_channels
      where filter is not null and deleted_at is null order by lower(name), id`);
    return channels
      .filter(({ events, filter }) => namesField(filter, field) && resourceTypesOf(events).includes(resource))
      .map(({ id, name, createdById }) => ({
        ownerId: createdById,
        title: `Notification channel ${JSON.stringify(name)}`,
        effect: 'sends no messages',
        path: `/notification-channels/${id}`,
      }));
  }
}
