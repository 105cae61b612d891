import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../kernel/actor.js';
import type { Permission } from '../../kernel/access.js';
import { BadRequest, Forbidden, notFound } from '../../kernel/errors.js';
import { Reader } from '../../platform/database/index.js';
import {
  recordFactsQuery,
  sightOf,
  sightsKnown,
  type RecordFacts,
  type Sight,
  reachOf,
  type Seer,
} from '../../platform/sight/index.js';
import { ApiKeysQueries, covers } from '../api-keys/index.js';
import { Actors, type AccessFacts } from '../users/index.js';
import { givenBy, rolesOf, userOf, widest } from './access-reach.js';
import type { AccessExplanationQuery, AccessExplanationView, AccessRule } from './access.dto.js';

const DETAILS: Readonly<Record<AccessRule, string>> = {
  'user-inactive': 'The user is not active and may nothing.',
  'permission-missing': 'No role of the user gives the permission.',
  'api-key-ended': 'The API key is revoked or has expired.',
  'scope-missing': 'No scope of the API key covers the permission.',
  'permission-given': 'A role of the user gives the permission.',
  'record-not-found': 'There is no such record, or you do not see it.',
  'record-deleted': 'The record is deleted; it can be restored.',
  'out-of-sight': 'The record belongs to somebody else, and no role of the user reaches so far.',
  'record-access-all': 'A role of the user sees all records.',
  'record-owned': "The record is the user's own.",
  assigned: 'The record is given to the user to be done.',
  'record-in-team': "The record is in the team of the user, whose role sees the team's records.",
  'record-of-visible-lead': 'The record is on a lead that the user sees.',
  'record-of-visible-company': 'The record is on a company that the user sees.',
  'record-of-visible-contact': 'The record is on a contact that the user sees.',
  'record-of-visible-deal': 'The record is on a deal that the user sees.',
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

/** The record that was asked for, to somebody who sees it. */
interface Shown {
  readonly sight: Sight;
  readonly resource: string;
  readonly id: string;
  readonly facts: RecordFacts;
}

/** Why somebody may do something, or may not: by the same rules that decide it. */
@Injectable()
export class Explanations {
  constructor(
    private readonly actors: Actors,
    private readonly keys: ApiKeysQueries,
    private readonly reader: Reader,
  ) {}

  async explain(actor: Actor, query: AccessExplanationQuery): Promise<AccessExplanationView> {
    const permission = query.permission as Permission;
    const userId = query.userId?.toLowerCase() ?? actor.userId;
    if (userId !== actor.userId && !may(actor, 'roles:read'))
      throw new Forbidden('permission-missing', 'How others may access something needs roles:read.', {
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
      roles: rolesOf(facts),
      givenBy: givenBy(facts, permission),
      wouldBeGivenBy: rule === 'permission-missing' ? await this.actors.rolesGiving(permission) : [],
      recordAccess: reachOf(seerOf(facts)),
      teamId: facts.teamId,
      record: shown
        ? { resource: shown.resource, id: shown.id, ownerId: shown.facts.ownerId, teamId: shown.facts.teamId }
        : null,
    };
  }

  /** Undefined where no record was asked for, null where it is not there for the caller. */
  private async shownTo(actor: Actor, { resource, id }: AccessExplanationQuery): Promise<Shown | null | undefined> {
    if (resource === undefined && id === undefined) return undefined;
    if (resource === undefined || id === undefined)
      throw unknown(
        resource === undefined ? 'resource' : 'id',
        'required',
        'A record is named by resource and id together.',
      );
    const sight = sightOf(resource);
    if (!sight)
      throw unknown(
        'resource',
        'unknown-resource',
        `Records that not everybody sees all of are ${sightsKnown().join(', ')}.`,
      );
    const facts = may(actor, `${resource}:read`)
      ? await this.reader.row<RecordFacts>(recordFactsQuery(sight, actor, id))
      : undefined;
    return facts?.isSeen ? { sight, resource, id, facts } : null;
  }

  /** The scopes of the key that is meant; undefined without one, null where it has ended. */
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
    if (givenBy(facts, permission).length === 0) return 'permission-missing';
    if (scopes === null) return 'api-key-ended';
    if (scopes && !scopes.some((scope) => covers(scope, permission))) return 'scope-missing';
    if (shown === undefined) return 'permission-given';
    if (shown === null) return 'record-not-found';
    if (!shown.facts.isLive) return 'record-deleted';
    return this.groundOf(seerOf(facts), shown);
  }

  private async groundOf(seer: Seer, { sight, id }: Shown): Promise<AccessRule> {
    const theirs = await this.reader.row<RecordFacts>(recordFactsQuery(sight, seer, id));
    if (!theirs?.isSeen) return 'out-of-sight';
    return reachOf(seer) === 'all'
      ? 'record-access-all'
      : ((theirs.grounds[0] as AccessRule | undefined) ?? 'record-in-team');
  }
}

const seerOf = (facts: AccessFacts): Seer => ({
  userId: facts.userId,
  teamId: facts.teamId,
  recordAccess: widest(facts),
});

const unknown = (parameter: string, code: string, detail: string): BadRequest =>
  new BadRequest('invalid-query', 'A query parameter is not acceptable.', { errors: [{ parameter, code, detail }] });
