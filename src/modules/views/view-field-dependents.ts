import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { DependsOnFields, type FieldDependent, type FieldDependents } from '../../kernel/records/field-dependents.js';
import { QueryRunner } from '../../platform/database/index.js';
import { filterNames, pathNames } from '../../platform/query/index.js';

interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly resource: string;
  readonly filter: unknown;
  readonly columns: readonly string[];
  readonly sort: readonly string[];
  readonly groupBy: string | null;
  readonly ownerId: string;
}

/** Finds saved views that use a custom field in filter, columns, order or grouping, also of a linked record. */
@DependsOnFields()
@Injectable()
export class ViewFieldDependents implements FieldDependents {
  constructor(private readonly queryRunner: QueryRunner) {}

  async find(resource: string, field: string): Promise<readonly FieldDependent[]> {
    const views = await this.queryRunner.rows<Candidate>(sql`
      select id, name, resource, filter, columns, sort, group_by as "groupBy", owner_id as "ownerId" from saved_views
      order by lower(name), id`);
    const named = { resource, name: field };
    return views
      .filter(
        ({ resource: own, filter, columns, sort, groupBy }) =>
          [...columns, ...sort, groupBy ?? ''].some((path) => pathNames(path.replace(/^-/, ''), own, named)) ||
          filterNames(filter, own, named),
      )
      .map(({ id, name, ownerId }) => ({
        ownerId,
        title: `Saved view ${JSON.stringify(name)}`,
        effect: 'cannot be used',
        path: `/views/${id}`,
      }));
  }
}
