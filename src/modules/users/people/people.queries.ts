import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { invalidAt, notFound } from '../../../kernel/errors.js';
import type { Page } from '../../../kernel/page.js';
import { precompiled, QueryRunner } from '../../../platform/database/index.js';
import {
  parseFilter,
  parseSort,
  RecordLists,
  simpleFilter,
  type FilterContext,
  type ListRequest,
  type SearchRequest,
} from '../../../platform/query/index.js';
import { membersOf } from '../../../platform/visibility/index.js';
import type { UserView } from './people.dto.js';
import type { TeamMembersQuery, UserQuery } from './user-query.dto.js';
import { userColumns, userFields, userSource } from './people.fields.js';

const columns = precompiled(
  sql.join(Object.entries(userColumns).map(([name, column]) => sql`${column} as ${sql.id(name)}`)),
);
const contextOf = (actor: Actor): FilterContext => ({
  userId: actor.userId,
  teamMemberIds: membersOf(actor.teamId),
  now: new Date(),
});

type PageRequest = Pick<ListRequest, 'limit' | 'count' | 'cursor' | 'q' | 'filter' | 'deletedOnly'> & {
  readonly sort: readonly string[] | undefined;
};

/** Reads of users. Users have no owner: with the permission, all users are visible. */
@Injectable()
export class PeopleQueries {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
  ) {}

  list(
    actor: Actor,
    { limit = 25, cursor, count = 'none', q, sort, deleted, roleId, ...filters }: UserQuery,
  ): Promise<Page<UserView>> {
    const filter = simpleFilter({ ...filters }, userFields);
    const where = roleId
      ? [sql`u.id in (select ur.user_id from user_roles ur where ur.role_id = any(${roleId}::uuid[]))`]
      : [];
    return this.page(
      actor,
      {
        limit,
        count,
        sort,
        ...(deleted && { deletedOnly: true }),
        ...(cursor && { cursor }),
        ...(q && { q }),
        ...(filter && { filter }),
      },
      where,
    );
  }

  members(actor: Actor, teamId: string, query: TeamMembersQuery): Promise<Page<UserView>> {
    return this.list(actor, { ...query, teamId: [teamId] });
  }

  search(
    actor: Actor,
    { filter, limit = 25, cursor, count = 'none', q, sort, include, viewId, deleted }: SearchRequest,
  ): Promise<Page<UserView>> {
    if (include?.length) throw invalidAt('#/include/0', 'unknown-include', 'users have no includes');
    if (viewId !== undefined) throw invalidAt('#/viewId', 'unknown-view', 'users have no saved views');
    const parsed = filter && parseFilter(filter, userFields);
    return this.page(
      actor,
      {
        limit,
        count,
        sort,
        ...(deleted && { deletedOnly: true }),
        ...(cursor && { cursor }),
        ...(q && { q }),
        ...(parsed && { filter: parsed }),
      },
      [],
    );
  }

  async get(id: string, { deleted = 'no' }: { readonly deleted?: 'no' | 'any' } = {}): Promise<UserView> {
    const active = deleted === 'no' ? sql` and u.deleted_at is null` : sql``;
    const user = await this.queryRunner.row<UserView>(
      sql`select ${columns} from users u where u.id = ${id}::uuid${active}`,
    );
    if (!user) throw notFound('user');
    return user;
  }

  /** Locks users in the order of their ids. New foreign keys to the users do not wait. Call inside a unit of work. */
  async lock(...ids: readonly (string | null | undefined)[]): Promise<void> {
    const known = ids.filter((id) => typeof id === 'string');
    await this.queryRunner.rows(
      sql`select id from users where id = any(${known}::uuid[]) order by id for no key update`,
    );
  }

  private page(
    actor: Actor,
    { sort, ...request }: PageRequest,
    where: readonly RawBuilder<unknown>[],
  ): Promise<Page<UserView>> {
    return this.lists.page<UserView>(userSource, {
      ...request,
      where,
      sort: parseSort(sort, userFields, ['-createdAt']),
      context: contextOf(actor),
    });
  }
}
