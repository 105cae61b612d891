import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../../kernel/actor.js';
import { Forbidden, invalidAt } from '../../../kernel/errors.js';
import { Database } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { Actors } from '../actors.js';
import { PeopleQueries } from '../people/people.queries.js';
import { Ownership } from './ownership.js';
import type { OwnedCount, OwnedRecordsView, RecordTransfer, RecordTransferView } from './transfer.dto.js';

export const TRANSFER = 'users.transfer';

/** What a transfer is to do, as its job carries it. */
export interface TransferOrder {
  readonly fromUserId: string;
  readonly toUserId: string;
  /** Whose deed it is. */
  readonly byUserId: string;
  /** What there was of each kind when it was asked for. */
  readonly records: readonly OwnedCount[];
}

/** What somebody owns, and handing it over. */
@Injectable()
export class TransferService {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly people: PeopleQueries,
    private readonly actors: Actors,
    private readonly ownership: Ownership,
  ) {}

  async preview(userId: string): Promise<OwnedRecordsView> {
    await this.people.get(userId, { deleted: 'any' });
    const records = await this.ownership.counts(userId);
    return { userId, records, total: records.reduce((sum, { count }) => sum + count, 0) };
  }

  start(actor: Actor, fromUserId: string, { toUserId, resources }: RecordTransfer): Promise<RecordTransferView> {
    return this.database.write(async () => {
      const { records } = await this.preview(fromUserId);
      const chosen = records.filter(({ resource, count }) => (resources ? resources.includes(resource) : count > 0));
      this.checkResources(resources, records);
      requireRights(actor, chosen);
      await this.checkTarget(fromUserId, toUserId.toLowerCase(), chosen);
      const order: TransferOrder = {
        fromUserId,
        toUserId: toUserId.toLowerCase(),
        byUserId: actor.userId,
        records: chosen,
      };
      const id = await this.jobs.start(actor, {
        kind: TRANSFER,
        group: `users:${fromUserId}:transfer`,
        payload: order,
      });
      return { id, status: 'waiting' };
    });
  }

  private checkResources(resources: readonly string[] | undefined, known: readonly OwnedCount[]): void {
    if (resources?.length === 0) throw invalidAt('#/resources', 'empty', 'resources must name at least one');
    const unknown = resources?.findIndex((name) => !known.some(({ resource }) => resource === name)) ?? -1;
    if (unknown >= 0)
      throw invalidAt(
        `#/resources/${unknown}`,
        'unknown-resource',
        `must be one of ${known.map(({ resource }) => resource).join(', ')}`,
      );
  }

  private async checkTarget(fromUserId: string, toUserId: string, records: readonly OwnedCount[]): Promise<void> {
    if (toUserId === fromUserId) throw invalidAt('#/toUserId', 'same-user', 'toUserId must be somebody else');
    const blind = await this.notReadableBy(toUserId, records);
    if (blind === undefined) throw invalidAt('#/toUserId', 'unknown-user', 'there is no active user with this id');
    if (blind.length > 0) throw invalidAt('#/toUserId', 'may-not-see', `this user may not see ${blind.join(', ')}`);
  }

  /** The kinds that somebody may not read; undefined where there is no such active user. */
  async notReadableBy(userId: string, records: readonly OwnedCount[]): Promise<string[] | undefined> {
    const person = await this.actors.person(userId);
    return (
      person &&
      records.map(({ resource }) => resource).filter((resource) => !person.permissions.has(`${resource}:read`))
    );
  }
}

/** It reaches records that the one who asks might not see, and changes them. */
function requireRights(actor: Actor, records: readonly OwnedCount[]): void {
  if (actor.recordAccess !== 'all')
    throw new Forbidden('permission-not-held', 'Only somebody who sees all records hands those of others over.', {
      members: { requiredRecordAccess: 'all' },
    });
  const missing = records
    .map(({ resource }) => `${resource}:update` as const)
    .find((permission) => !may(actor, permission));
  if (missing)
    throw new Forbidden('permission-missing', `Handing these records over needs ${missing}.`, {
      members: { requiredPermission: missing },
    });
}
