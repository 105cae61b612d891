import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { sightOf, reachOf } from '../../platform/sight/index.js';
import { ApiKeysQueries } from '../api-keys/index.js';
import { Actors, type AccessFacts } from '../users/index.js';
import { givenBy, rolesOf, userOf } from './access-reach.js';
import type { AccessCredential, AccessGrant, AccessResource, AccessView } from './access.dto.js';

/** What the caller may. */
@Injectable()
export class OwnAccess {
  constructor(
    private readonly actors: Actors,
    private readonly keys: ApiKeysQueries,
  ) {}

  async of(actor: Actor): Promise<AccessView> {
    const facts = await this.actors.facts(actor.userId);
    if (!facts) throw notFound('user');
    const key = actor.apiKeyId === undefined ? undefined : await this.keys.get(actor, actor.apiKeyId);
    const { teamId: id, teamName: name } = facts;
    return {
      credential: actor.kind as AccessCredential,
      user: userOf(facts),
      team: id === null ? null : { id, name: name ?? '' },
      roles: rolesOf(facts),
      recordAccess: reachOf(actor),
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
    roles: givenBy(facts, permission),
    effective: may(actor, permission),
  }));
}

function resourcesOf(actor: Actor): AccessResource[] {
  const grouped = Map.groupBy([...actor.permissions].sort(), (permission) => permission.split(':')[0] ?? '');
  return [...grouped].map(([resource, permissions]) => ({
    resource,
    actions: permissions.map((permission) => permission.slice(resource.length + 1)),
    recordAccess: sightOf(resource) ? reachOf(actor) : 'all',
  }));
}
