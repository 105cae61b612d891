import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { may, type Actor } from '../../kernel/actor.js';
import { requireVersion } from '../../kernel/change.js';
import { Forbidden, invalidAt, notFound } from '../../kernel/errors.js';
import { Database, Reader } from '../../platform/database/index.js';
import { Team, User, Users } from '../users/index.js';
import { SavedView, type ViewScope } from './saved-view.entity.js';
import { ViewContents } from './view-contents.js';
import type { SavedViewCopy, SavedViewCreate, SavedViewUpdate, SavedViewView } from './views.dto.js';
import { ViewsQueries } from './views.queries.js';

/** What can be done with saved views. They belong to whoever saved them; how one arranges what one sees is one's own. */
@Injectable()
export class ViewsService {
  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
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
      const made = em.create(SavedView, {
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
      return this.queries.get(actor, made.id);
    });
  }

  async update(actor: Actor, id: string, wanted: SavedViewUpdate, version?: number): Promise<SavedViewView> {
    const { name, scope, filter, ...rest } = wanted;
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
        Object.assign(view, given({ name, ...rest, filter: parsed }));
      },
      version,
      wanted,
    );
  }

  async remove(actor: Actor, id: string, version?: number): Promise<void> {
    await this.change(actor, id, (view, _, em) => void em.remove(view), version);
  }

  /** A private one of one's own, whosever the original is. */
  async duplicate(actor: Actor, id: string, { name }: SavedViewCopy): Promise<SavedViewView> {
    const { resource, filter, columns, sort, groupBy, ...original } = await this.queries.get(actor, id);
    return this.create(actor, { resource, name: name ?? original.name, filter, columns, sort, groupBy });
  }

  transfer(actor: Actor, id: string, ownerId: string): Promise<SavedViewView> {
    return this.change(actor, id, async (view, { resource }, em) => {
      await this.users.requireMaySee(ownerId, `${resource}:read`, '#/ownerId');
      view.owner = em.getReference(User, ownerId);
    });
  }

  pin(actor: Actor, id: string, isPinned: boolean): Promise<SavedViewView> {
    return this.mark(actor, id, () => sql`is_pinned = ${isPinned}::boolean`);
  }

  /** One a person and kind of records: the one before makes way. Of several at once each waits for the one before it. */
  makeDefault(actor: Actor, id: string, isDefault: boolean): Promise<SavedViewView> {
    return this.mark(actor, id, async ({ resource }) => {
      await this.reader.rows(sql`select 1 from users where id = ${actor.userId}::uuid for no key update`);
      if (isDefault)
        await this.reader.rows(
          sql`update saved_view_marks set is_default = false where user_id = ${actor.userId}::uuid and resource = ${resource} and is_default and view_id <> ${id}::uuid`,
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
      await this.reader.rows(
        sql`insert into saved_view_marks (user_id, view_id, resource) values (${actor.userId}::uuid, ${id}::uuid, ${view.resource}) on conflict do nothing`,
      );
      await this.reader.rows(
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
    wanted: object = {},
  ): Promise<SavedViewView> {
    return this.database.write(async (em) => {
      const view = await em.findOne(SavedView, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!view) throw notFound('view');
      const before = await this.queries.get(actor, id);
      requireOwn(actor, before);
      requireVersion(before, version, wanted);
      await apply(view, before, em);
      await em.flush();
      return (await this.queries.read(actor, id)) ?? before;
    });
  }
}

/** What others shared is looked after by those who may share. */
function requireOwn(actor: Actor, { ownerId, scope }: SavedViewView): void {
  if (ownerId === actor.userId || (scope !== 'private' && may(actor, 'views:share'))) return;
  throw new Forbidden('not-your-view', "This view is somebody else's. Make a copy of it, which is yours.");
}

function requireSharing(actor: Actor, isTakenBack = false): void {
  if (isTakenBack || may(actor, 'views:share')) return;
  throw new Forbidden('permission-missing', 'Sharing a view needs views:share.', {
    members: { requiredPermission: 'views:share' },
  });
}

function teamFor(actor: Actor, scope: ViewScope, em: EntityManager): Team | null {
  if (scope !== 'team') return null;
  if (!actor.teamId) throw invalidAt('#/scope', 'no-team', 'you are in no team to share it with');
  return em.getReference(Team, actor.teamId);
}

const given = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
