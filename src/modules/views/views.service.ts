import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { can, type Actor } from '../../kernel/actor.js';
import { requireVersion } from '../../kernel/change.js';
import { ForbiddenError, invalidAt, notFound } from '../../kernel/errors.js';
import { Database, QueryRunner } from '../../platform/database/index.js';
import { Team, User, Users } from '../users/index.js';
import { SavedView, type ViewScope } from './saved-view.entity.js';
import { ViewContents } from './view-contents.js';
import type { SavedViewCopy, SavedViewCreate, SavedViewUpdate, SavedViewView } from './views.dto.js';
import { ViewsQueries } from './views.queries.js';

/** A view belongs to its creator. Pins and default views are settings of each user. */
@Injectable()
export class ViewsService {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly queries: ViewsQueries,
    private readonly contents: ViewContents,
    private readonly users: Users,
  ) {}

  async create(
    actor: Actor,
    { resource, name, filter, scope = 'private', ...rest }: SavedViewCreate,
  ): Promise<SavedViewView> {
    if (scope !== 'private') requireSharing(actor);
    const parsed = await this.contents.check(actor, resource, { filter, ...rest });
    const { columns = [], sort = [], groupBy = null } = rest;
    return this.database.write(async (em) => {
      const created = em.create(SavedView, {
        resource,
        name,
        filter: parsed ?? null,
        columns,
        sort,
        groupBy,
        scope,
        owner: em.getReference(User, actor.userId),
        team: teamFor(actor, scope, em),
      });
      await em.flush();
      return this.queries.get(actor, created.id);
    });
  }

  async update(actor: Actor, id: string, patch: SavedViewUpdate, version?: number): Promise<SavedViewView> {
    const { name, scope, filter, ...rest } = patch;
    const { resource } = await this.queries.get(actor, id);
    const parsed = await this.contents.check(actor, resource, { filter, ...rest });
    return this.change(
      actor,
      id,
      (view, before, em) => {
        if (scope !== undefined && scope !== before.scope) {
          requireSharing(actor, scope === 'private' && before.ownerId === actor.userId);
          Object.assign(view, { scope, team: teamFor(actor, scope, em) });
        }
        Object.assign(view, provided({ name, ...rest, filter: parsed }));
      },
      version,
      patch,
    );
  }

  async remove(actor: Actor, id: string, version?: number): Promise<void> {
    await this.change(actor, id, (view, _, em) => void em.remove(view), version);
  }

  /** Creates a private view for the actor, also from a view of another user. */
  async duplicate(actor: Actor, id: string, { name }: SavedViewCopy): Promise<SavedViewView> {
    const { resource, filter, columns, sort, groupBy, ...original } = await this.queries.get(actor, id);
    return this.create(actor, { resource, name: name ?? original.name, filter, columns, sort, groupBy });
  }

  transfer(actor: Actor, id: string, ownerId: string, version?: number): Promise<SavedViewView> {
    return this.change(
      actor,
      id,
      async (view, { resource }, em) => {
        await this.users.requireCanSee(ownerId, `${resource}:read`, '#/ownerId');
        view.owner = em.getReference(User, ownerId);
      },
      version,
    );
  }

  pin(actor: Actor, id: string, isPinned: boolean): Promise<SavedViewView> {
    return this.mark(actor, id, () => sql`is_pinned = ${isPinned}::boolean`);
  }

  /** A user has one default view per record type. The row lock on the user serializes concurrent requests. */
  createDefault(actor: Actor, id: string, isDefault: boolean): Promise<SavedViewView> {
    return this.mark(actor, id, async ({ resource }) => {
      await this.queryRunner.rows(sql`select 1 from users where id = ${actor.userId}::uuid for no key update`);
      if (isDefault)
        await this.queryRunner.rows(
          sql`update saved_view_marks set is_default = false where user_id = ${actor.userId}::uuid
            and resource = ${resource} and is_default and view_id <> ${id}::uuid`,
        );
      return sql`is_default = ${isDefault}::boolean`;
    });
  }

  private mark(
    actor: Actor,
    id: string,
    change: (view: SavedViewView) => ReturnType<typeof sql> | Promise<ReturnType<typeof sql>>,
  ): Promise<SavedViewView> {
    return this.database.write(async () => {
      const view = await this.queries.get(actor, id);
      const set = await change(view);
      await this.queryRunner.rows(
        sql`insert into saved_view_marks (user_id, view_id, resource)
          values (${actor.userId}::uuid, ${id}::uuid, ${view.resource}) on conflict do nothing`,
      );
      await this.queryRunner.rows(
        sql`update saved_view_marks set ${set} where user_id = ${actor.userId}::uuid and view_id = ${id}::uuid`,
      );
      return this.queries.get(actor, id);
    });
  }

  private change(
    actor: Actor,
    id: string,
    apply: (view: SavedView, before: SavedViewView, em: EntityManager) => void | Promise<void>,
    version?: number,
    patch: object = {},
  ): Promise<SavedViewView> {
    return this.database.write(async (em) => {
      const view = await em.findOne(SavedView, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!view) throw notFound('view');
      const before = await this.queries.get(actor, id);
      requireOwn(actor, before);
      requireVersion(before, version, patch);
      await apply(view, before, em);
      await em.flush();
      return (await this.queries.read(actor, id)) ?? before;
    });
  }
}

/** Allows changes of own views, and with `views:share` also changes of team and shared views. */
function requireOwn(actor: Actor, { ownerId, scope }: SavedViewView): void {
  if (ownerId === actor.userId || (scope !== 'private' && can(actor, 'views:share'))) return;
  throw new ForbiddenError('not-your-view', 'This view belongs to another user. Duplicate it and change the copy.');
}

function requireSharing(actor: Actor, isTakenBack = false): void {
  if (isTakenBack || can(actor, 'views:share')) return;
  throw new ForbiddenError('permission-missing', 'Sharing a view needs views:share.', {
    members: { requiredPermission: 'views:share' },
  });
}

function teamFor(actor: Actor, scope: ViewScope, em: EntityManager): Team | null {
  if (scope !== 'team') return null;
  if (!actor.teamId)
    throw invalidAt('#/scope', 'no-team', 'you are not in a team, so the view cannot be shared with a team');
  return em.getReference(Team, actor.teamId);
}

const provided = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
