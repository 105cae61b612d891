import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Reader } from '../../../platform/database/index.js';
import { Worker, type JobWorker, type LeasedJob, type Outcome } from '../../../platform/jobs/index.js';
import { Subscriber, type EventSubscriber, type FanOut, type OutboxEvent } from '../../../platform/outbox/index.js';

const EXPUNGE = 'webhook.expunge';

interface Erased {
  readonly resourceId: string;
}

/** Whoever is erased is erased here too: what told of them is deleted, sent or not, and can be sent no more. */
@Subscriber()
@Worker()
@Injectable()
export class MessageExpunge implements EventSubscriber, JobWorker {
  readonly kind = EXPUNGE;
  readonly leaseSeconds = 30;
  readonly concurrency = 2;
  readonly maxClaims = 20;

  constructor(private readonly reader: Reader) {}

  load(): Promise<(event: OutboxEvent) => FanOut | undefined> {
    return Promise.resolve(({ id, type, resourceId }) => {
      const erased: Erased = { resourceId };
      return type.endsWith('.purged')
        ? { rows: [], jobs: [{ kind: EXPUNGE, refId: id, group: EXPUNGE, payload: erased }] }
        : undefined;
    });
  }

  /** The event of the erasure itself, which holds nothing but an id, still goes out. */
  async work({ refId, payload }: LeasedJob): Promise<Outcome> {
    const { resourceId } = payload as Erased;
    await this.reader.rows(
      sql`update webhook_messages set body = null where resource_id = ${resourceId}::uuid and event_id <> ${refId}::uuid and body is not null`,
    );
    return { verdict: 'done', result: undefined };
  }
}
