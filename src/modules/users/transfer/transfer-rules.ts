import { Injectable } from '@nestjs/common';
import { can, type Actor } from '../../../kernel/actor.js';
import { ForbiddenError, invalidAt } from '../../../kernel/errors.js';
import { Actors } from '../access/actors.js';
import { UserAuthority } from '../access/user-authority.js';
import type { OwnedCount, RecordTransfer } from './transfer.dto.js';

/** Decides whether records of a user may be transferred, and to whom. */
@Injectable()
export class TransferRules {
  constructor(
    private readonly actors: Actors,
    private readonly authority: UserAuthority,
  ) {}

  /** Returns the counts of the record types to transfer. `owned` are the counts of the previous owner. */
  async choose(
    actor: Actor,
    fromUserId: string,
    { toUserId, resources }: RecordTransfer,
    owned: readonly OwnedCount[],
  ): Promise<OwnedCount[]> {
    await this.authority.requireSameAuthority(actor, fromUserId);
    const chosen = owned.filter(({ resource, count }) => (resources ? resources.includes(resource) : count > 0));
    requireKnown(resources, owned);
    requireRights(actor, chosen);
    if (toUserId === fromUserId) throw invalidAt('#/toUserId', 'same-user', 'toUserId must be another user');
    await this.requireReader(toUserId, chosen);
    return chosen;
  }

  /** Returns the record types that a user has no permission to read; undefined if there is no such active user. */
  async notReadableBy(userId: string, records: readonly OwnedCount[]): Promise<string[] | undefined> {
    const person = await this.actors.person(userId);
    return (
      person &&
      records.map(({ resource }) => resource).filter((resource) => !person.permissions.has(`${resource}:read`))
    );
  }

  private async requireReader(userId: string, records: readonly OwnedCount[]): Promise<void> {
    const blind = await this.notReadableBy(userId, records);
    if (blind === undefined) throw invalidAt('#/toUserId', 'unknown-user', 'there is no active user with this id');
    if (blind.length > 0) throw invalidAt('#/toUserId', 'may-not-see', `this user cannot see ${blind.join(', ')}`);
  }
}

function requireKnown(resources: readonly string[] | undefined, known: readonly OwnedCount[]): void {
  if (resources?.length === 0) throw invalidAt('#/resources', 'empty', 'resources must name at least one');
  const unknown = resources?.findIndex((name) => !known.some(({ resource }) => resource === name)) ?? -1;
  if (unknown >= 0)
    throw invalidAt(
      `#/resources/${unknown}`,
      'unknown-resource',
      `must be one of ${known.map(({ resource }) => resource).join(', ')}`,
    );
}

/** A transfer changes records that the actor may not see, so the actor needs access scope `all`. */
function requireRights(actor: Actor, records: readonly OwnedCount[]): void {
  if (actor.recordAccess !== 'all')
    throw new ForbiddenError('permission-not-held', 'Transferring the records of other users needs access scope all.', {
      members: { requiredRecordAccess: 'all' },
    });
  const missing = records
    .map(({ resource }) => `${resource}:update` as const)
    .find((permission) => !can(actor, permission));
  if (missing)
    throw new ForbiddenError('permission-missing', `Transferring these records needs ${missing}.`, {
      members: { requiredPermission: missing },
    });
}
