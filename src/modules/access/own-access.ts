import { Injectable } from '@nestjs/common';
import { can, type Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { visibilityOf, accessScopeOf } from '../../platform/visibility/index.js';
import { ApiKeysQueries } from '../api-keys/index.js';
import { Actors, type AccessFacts } from '../users/index.js';
import { grantedBy, rolesWithAccess, userOf } from './access-scope.js';
import type { AccessCredential, AccessGrant, AccessResource, AccessView } from './access.dto.js';

@Injectable()
export class OwnAccess {
  constructor(
    private readonly actors: Actors,
    private readonly keys: ApiKeysQueries,
  ) {}

  async describe(actor: Actor): Promise<AccessView> {
    const facts = await this.actors.facts(actor.userId);
    if (!facts) throw notFound('user');
    const key = actor.apiKeyId === undefined ? undefined : await this.keys.get(actor, actor.apiKeyId);
    const { teamId: id, teamName: name } = facts;
    return {
      credential: actor.kind as AccessCredential,
      user: userOf(facts),
      team: id === null ? null : { id, name: name ?? '' },
      roles: rolesWithAccess(facts),
      recordAccess: accessScopeOf(actor),
      scopes: key ? key.scopes : null,
      permissions: grantsOf(facts, actor),
      resources: resourcesOf(actor),
    };
  }
}

function grantsOf(facts: AccessFacts, actor: Actor): AccessGrant[] {
  const all = [...new Set(facts.roles.flatMap(({ permissions }) => permissions))].sort();
  return all.map((permission) => ({
    permission,
    roles: grantedBy(facts, permission),
    effective: can(actor, permission),
  }));
}

function resourcesOf(actor: Actor): AccessResource[] {
  const grouped = Map.groupBy([...actor.permissions].sort(), (permission) => permission.split(':')[0] ?? '');
  return [...grouped].map(([resource, permissions]) => ({
    resource,
    actions: permissions.map((permission) => permission.slice(resource.length + 1)),
    recordAccess: visibilityOf(resource) ? accessScopeOf(actor) : 'all',
  }));
}
