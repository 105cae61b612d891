import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import {
  DependsOnFields,
  namesField,
  type FieldDependent,
  type FieldDependents,
} from '../../../kernel/records/field-dependents.js';
import { QueryRunner } from '../../../platform/database/index.js';
import { resourceTypesOf } from '../../../platform/outbox/index.js';

interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly events: readonly string[];
  readonly filter: unknown;
  readonly createdById: string | null;
}

/** Finds webhooks with a filter on a custom field. */
@DependsOnFields()
@Injectable()
export class WebhookFieldDependents implements FieldDependents {
  constructor(private readonly queryRunner: QueryRunner) {}

  async find(resource: string, field: string): Promise<readonly FieldDependent[]> {
    const webhooks = await this.queryRunner.rows<Candidate>(sql`
      select id, name, events, filter, created_by_id as "createdById" from webhooks
      where filter is not null and deleted_at is null order by lower(name), id`);
    return webhooks
      .filter(({ events, filter }) => namesField(filter, field) && resourceTypesOf(events).includes(resource))
      .map(({ id, name, createdById }) => ({
        ownerId: createdById,
        title: `Webhook ${JSON.stringify(name)}`,
        effect: 'receives no events',
        path: `/webhooks/${id}`,
      }));
  }
}
