import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import {
  idsOf,
  HasPersonalDataReferences,
  lineOf,
  type ErasureLine,
  type DataSubject,
  type PersonalDataReferences,
} from '../../../kernel/records/retention.js';
import { Database, QueryRunner } from '../../../platform/database/index.js';
import { RECORD_RESOURCES } from '../../../platform/records/index.js';

/** Clears the responses of services, which may repeat personal data. The sent texts are not stored. */
@HasPersonalDataReferences()
@Injectable()
export class DeliveryReferences implements PersonalDataReferences {
  readonly resource = 'notification-deliveries';

  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly database: Database,
  ) {}

  async erase(person: DataSubject): Promise<ErasureLine> {
    const ids = idsOf(person, ...RECORD_RESOURCES);
    const cleared = await this.database.write(() =>
      this.queryRunner.rows(
        sql`update notification_deliveries set detail = null where resource_id = any(${ids}::uuid[]) and detail
          is not null returning 1`,
      ),
    );
    return lineOf(this.resource, { anonymised: cleared.length });
  }
}
