import { Injectable } from '@nestjs/common';
import { can, type Actor } from '../../kernel/actor.js';
import type { Permission } from '../../kernel/access.js';
import { BadRequestError, ForbiddenError, notFound } from '../../kernel/errors.js';
import { QueryRunner } from '../../platform/database/index.js';
import {
  recordFactsQuery,
  visibilityOf,
  knownVisibilities,
  type RecordFacts,
  type RecordVisibility,
  accessScopeOf,
  type Viewer,
} from '../../platform/visibility/index.js';
import { ApiKeysQueries, covers } from '../api-keys/index.js';
import { Actors, type AccessFacts } from '../users/index.js';
import { grantedBy, rolesWithAccess, userOf, widest } from './access-scope.js';
import type { AccessExplanationQuery, AccessExplanationView, AccessRule } from './access.dto.js';

const DETAILS: Readonly<Record<AccessRule, string>> = {
  'user-inactive': 'The user is not active and has no permissions.',
  'permission-missing': 'No role of the user grants the permission.',
  'api-key-ended': 'The API key is revoked or has expired.',
  'scope-missing': 'No scope of the API key covers the permission.',
  'permission-given': 'A role of the user grants the permission.',
  'record-not-found': 'The record does not exist, or you cannot see it.',
  'record-deleted': 'The record is deleted; it can be restored.',
  'not-visible': 'The record belongs to another user and is outside the access scope of the user.',
  'record-access-all': 'A role of the user has access scope all.',
  'record-owned': "The record is the user's own.",
  assigned: 'The record is assigned to the user.',
  'record-in-team': 'The record is in the team of the user, and a role has access scope team.',
  'record-of-visible-lead': 'The record is linked to a lead that the user can see.',
  'record-of-visible-company': 'The record is linked to a company that the user can see.',
  'record-of-visible-contact': 'The record is linked to a contact that the user can see.',
  'record-of-visible-deal': 'The record is linked to a deal that the user can see.',
};
const ALLOWING: ReadonlySet<AccessRule> = new Set([
  'permission-given',
  'record-access-all',
  'record-owned',
  'assigned',
  'record-in-team',
  'record-of-visible-lead',
  'record-of-visible-company',
  'record-of-visible-contact',
  'record-of-visible-deal',
]);

/** A requested record that the caller can see. */
interface Shown {
  readonly visibility: RecordVisibility;
  readonly resource: string;
  readonly id: string;
  readonly facts: RecordFacts;
}

/** Explains why a user has access or not, by the same rules as the access checks. */
@Injectable()
export class Explanations {
  constructor(
    private readonly actors: Actors,
    private readonly keys: ApiKeysQueries,
    private readonly queryRunner: QueryRunner,
  ) {}

  async explain(actor: Actor, query: AccessExplanationQuery): Promise<AccessExplanationView> {
    const permission = query.permission as Permission;
    const userId = query.userId?.toLowerCase() ?? actor.userId;
    if (userId !== actor.userId && !can(actor, 'roles:read'))
      throw new ForbiddenError('permission-missing', 'Explaining the access of other users needs roles:read.', {
        members: { requiredPermission: 'roles:read' },
      });
    if (!(await this.actors.catalogue()).has(permission))
      throw unknown('permission', 'unknown-permission', 'There is no such permission.');
    const facts = await this.actors.facts(userId);
    if (!facts) throw notFound('user');
    const shown = await this.shownTo(actor, query);
    const rule = await this.ruleOf(facts, permission, await this.scopesOf(actor, query.apiKeyId, userId), shown);
    return {
      allowed: ALLOWING.has(rule),
      rule,
      detail: DETAILS[rule],
      user: userOf(facts),
      roles: rolesWithAccess(facts),
      grantedBy: grantedBy(facts, permission),
      wouldBeGrantedBy: rule === 'permission-missing' ? await this.actors.rolesGiving(permission) : [],
      recordAccess: accessScopeOf(viewerOf(facts)),
      teamId: facts.teamId,
      record: shown
        ? { resource: shown.resource, id: shown.id, ownerId: shown.facts.ownerId, teamId: shown.facts.teamId }
        : null,
    };
  }

  /** Returns undefined if the query names no record; null if the record is missing or not visible to the caller. */
  private async shownTo(actor: Actor, { resource, id }: AccessExplanationQuery): Promise<Shown | null | undefined> {
    if (resource === undefined && id === undefined) return undefined;
    if (resource === undefined || id === undefined)
      throw unknown(resource === undefined ? 'resource' : 'id', 'required', 'Set resource and id together.');
    const visibility = visibilityOf(resource);
    if (!visibility)
      throw unknown(
        'resource',
        'unknown-resource',
        `Record types with visibility are ${knownVisibilities().join(', ')}.`,
      );
    const facts = can(actor, `${resource}:read`)
      ? await this.queryRunner.row<RecordFacts>(recordFactsQuery(visibility, actor, id))
      : undefined;
    return facts?.isSeen ? { visibility, resource, id, facts } : null;
  }

  /** Returns the scopes of the API key; undefined without an API key, null if the key is revoked or expired. */
  private async scopesOf(
    actor: Actor,
    apiKeyId: string | undefined,
    userId: string,
  ): Promise<readonly string[] | null | undefined> {
    const meant = apiKeyId ?? (userId === actor.userId ? actor.apiKeyId : undefined);
    if (meant === undefined) return undefined;
    const key = await this.keys.get(actor, meant);
    if (key.createdById !== userId) throw notFound('api-key');
    return key.revokedAt !== null || (key.expiresAt !== null && Date.parse(key.expiresAt) <= Date.now())
      ? null
      : key.scopes;
  }

  private async ruleOf(
    facts: AccessFacts,
    permission: Permission,
    scopes: readonly string[] | null | undefined,
    shown: Shown | null | undefined,
  ): Promise<AccessRule> {
    if (!facts.isActive) return 'user-inactive';
    if (grantedBy(facts, permission).length === 0) return 'permission-missing';
    if (scopes === null) return 'api-key-ended';
    if (scopes && !scopes.some((scope) => covers(scope, permission))) return 'scope-missing';
    if (shown === undefined) return 'permission-given';
    if (shown === null) return 'record-not-found';
    if (!shown.facts.isLive) return 'record-deleted';
    return this.reasonOf(viewerOf(facts), shown);
  }

  private async reasonOf(viewer: Viewer, { visibility, id }: Shown): Promise<AccessRule> {
    const theirs = await this.queryRunner.row<RecordFacts>(recordFactsQuery(visibility, viewer, id));
    if (!theirs?.isSeen) return 'not-visible';
    return accessScopeOf(viewer) === 'all'
      ? 'record-access-all'
      : ((theirs.accessReasons[0] as AccessRule | undefined) ?? 'record-in-team');
  }
}

const viewerOf = (facts: AccessFacts): Viewer => ({
  userId: facts.userId,
  teamId: facts.teamId,
  recordAccess: widest(facts),
});

const unknown = (parameter: string, code: string, detail: string): BadRequestError =>
  new BadRequestError('invalid-query', 'A query parameter is invalid.', { errors: [{ parameter, code, detail }] });
