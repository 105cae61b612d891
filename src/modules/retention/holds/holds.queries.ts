import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { notFound } from '../../../kernel/errors.js';
import type { Page } from '../../../kernel/page.js';
import { QueryRunner } from '../../../platform/database/index.js';
import {
  field,
  parseSort,
  RecordLists,
  simpleFilter,
  type Fields,
  type RecordSource,
} from '../../../platform/query/index.js';
import { HELD_RESOURCES, type HeldResource, type LegalHoldQuery, type LegalHoldView } from './holds.dto.js';

const columns: Record<keyof LegalHoldView, RawBuilder<unknown>> = {
  id: sql.ref('h.id'),
  resourceType: sql.ref('h.resource_type'),
  recordId: sql.ref('h.record_id'),
  email: sql.ref('h.email'),
  reason: sql.ref('h.reason'),
  placedById: sql.ref('h.placed_by_id'),
  placedAt: sql.ref('h.placed_at'),
  releasedById: sql.ref('h.released_by_id'),
  releasedAt: sql.ref('h.released_at'),
};
const selected = sql.join(Object.entries(columns).map(([name, column]) => sql`${column} as ${sql.id(name)}`));
const fields = {
  resourceType: field.choice('h.resource_type', HELD_RESOURCES, { nullable: true }),
  recordId: field.uuid('h.record_id', { nullable: true }),
  email: field.text('h.email', { nullable: true, lowercase: true }),
  placedAt: field.timestamp('h.placed_at', { sort: true }),
} satisfies Fields;
const source: RecordSource = {
  resource: 'legal-holds',
  from: sql`legal_holds h`,
  id: sql.ref('h.id'),
  fields,
  columns,
  live: sql`h.released_at is null`,
  deleted: sql`h.released_at is not null`,
};

const tableOf = (resource: HeldResource): string => resource.replaceAll('-', '_');

@Injectable()
export class HoldsQueries {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
  ) {}

  list({
    limit = 25,
    cursor,
    count = 'none',
    sort,
    released = false,
    ...filters
  }: LegalHoldQuery): Promise<Page<LegalHoldView>> {
    const filter = simpleFilter({ ...filters }, fields);
    return this.lists.page<LegalHoldView>(source, {
      where: [],
      limit,
      count,
      sort: parseSort(sort, fields, ['-placedAt']),
      context: { userId: '', now: new Date() },
      deletedOnly: released,
      ...(cursor && { cursor }),
      ...(filter && { filter }),
    });
  }

  async get(id: string): Promise<LegalHoldView> {
    const hold = await this.queryRunner.row<LegalHoldView>(
      sql`select ${selected} from legal_holds h where h.id = ${id}::uuid`,
    );
    if (!hold) throw notFound('legal-hold');
    return hold;
  }

  async isThere(resource: HeldResource, id: string): Promise<boolean> {
    return (
      (await this.queryRunner.row(sql`select 1 from ${sql.table(tableOf(resource))} where id = ${id}::uuid`)) !==
      undefined
    );
  }

  async isPersonHeld(email: string): Promise<boolean> {
    return (
      (await this.queryRunner.row(
        sql`select 1 from legal_holds where released_at is null and email = ${email} limit 1`,
      )) !== undefined
    );
  }
}
