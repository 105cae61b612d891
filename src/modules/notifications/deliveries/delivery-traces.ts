import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import {
  idsOf,
  KeepsPersonalTraces,
  lineOf,
  type ErasureLine,
  type Person,
  type PersonalTraces,
} from '../../../kernel/retention.js';
import { Database, Reader } from '../../../platform/database/index.js';

/** Texts are made from the event when they are sent and not kept; what a service answered is, and may repeat them. */
@KeepsPersonalTraces()
@Injectable()
export class DeliveryTraces implements PersonalTraces {
  readonly resource = 'notification-deliveries';

  constructor(
    private readonly reader: Reader,
    private readonly database: Database,
  ) {}

  async erase(person: Person): Promise<ErasureLine> {
    const ids = idsOf(person, 'leads', 'contacts', 'activities');
    const cleared = await this.database.write(() =>
      this.reader.rows(
        sql`update notification_deliveries set detail = null where resource_id = any(${ids}::uuid[]) and detail is not null returning 1`,
      ),
    );
    return lineOf(this.resource, { anonymised: cleared.length });
  }
}
