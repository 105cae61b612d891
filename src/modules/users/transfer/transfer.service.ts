import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Database } from '../../../platform/database/index.js';
import { Jobs, type StartedJobView } from '../../../platform/jobs/index.js';
import { PeopleQueries } from '../people/people.queries.js';
import { Ownership } from './ownership.js';
import type { OwnedCount, OwnedRecordsView, RecordTransfer } from './transfer.dto.js';
import { TransferRules } from './transfer-rules.js';

export const TRANSFER = 'users.transfer';

/** Payload of the transfer job. */
export interface TransferOrder {
  readonly fromUserId: string;
  readonly toUserId: string;
  /** User who requested the transfer. */
  readonly byUserId: string;
  /** Counts per record type at the time of the request. */
  readonly records: readonly OwnedCount[];
}

/** Counts and transfers the records of a user. */
@Injectable()
export class TransferService {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly people: PeopleQueries,
    private readonly ownership: Ownership,
    private readonly rules: TransferRules,
  ) {}

  async preview(userId: string): Promise<OwnedRecordsView> {
    await this.people.get(userId, { deleted: 'any' });
    const records = await this.ownership.counts(userId);
    return { userId, records, total: records.reduce((sum, { count }) => sum + count, 0) };
  }

  start(actor: Actor, fromUserId: string, transfer: RecordTransfer): Promise<StartedJobView> {
    return this.database.write(async () => {
      const { records } = await this.preview(fromUserId);
      const toUserId = transfer.toUserId.toLowerCase();
      const chosen = await this.rules.choose(actor, fromUserId, { ...transfer, toUserId }, records);
      const order: TransferOrder = { fromUserId, toUserId, byUserId: actor.userId, records: chosen };
      const id = await this.jobs.start(actor, {
        kind: TRANSFER,
        group: `users:${fromUserId}:transfer`,
        payload: order,
      });
      return { id };
    });
  }
}
