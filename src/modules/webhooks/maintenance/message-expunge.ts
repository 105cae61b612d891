import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { QueryRunner } from '../../../platform/database/index.js';
import { Worker, type JobWorker, type LeasedJob, type JobOutcome } from '../../../platform/jobs/index.js';
import { Subscriber, type EventSubscriber, type FanOut, type OutboxEvent } from '../../../platform/outbox/index.js';

const EXPUNGE = 'webhook.expunge';

interface Erased {
  readonly resourceId: string;
}

/** Deletes the message bodies about a purged record. Messages without a body cannot be sent. */
@Subscriber()
@Worker()
@Injectable()
export class MessageExpunge implements EventSubscriber, JobWorker {
  readonly kind = EXPUNGE;
  readonly leaseSeconds = 30;
  readonly concurrency = 2;
  readonly maxClaims = 20;

  constructor(private readonly queryRunner: QueryRunner) {}

  load(): Promise<(event: OutboxEvent) => FanOut | undefined> {
    return Promise.resolve(({ id, type, resourceId }) => {
      const erased: Erased = { resourceId };
      return type.endsWith('.purged')
        ? { rows: [], jobs: [{ kind: EXPUNGE, refId: id, group: EXPUNGE, payload: erased }] }
        : undefined;
    });
  }

  /**
   * Keeps the message about the purge itself, which contains only an id, so that webhooks still receive this message.
   */
  async work({ refId, payload }: LeasedJob): Promise<JobOutcome> {
    const { resourceId } = payload as Erased;
    await this.queryRunner.rows(
      sql`update webhook_messages set body = null where resource_id = ${resourceId}::uuid and event_id <> ${refId}::uuid
        and body is not null`,
    );
    return { status: 'done', result: undefined };
  }
}
