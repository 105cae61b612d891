import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { deleteInBatches, QueryRunner } from '../../../platform/database/index.js';
import { Scheduled, type ScheduledCall } from '../../../platform/schedule/index.js';

@Injectable()
export class FingerprintMaintenance {
  constructor(private readonly queryRunner: QueryRunner) {}

  @Scheduled({
    name: 'form-fingerprints.purge',
    cron: '27 * * * *',
    description: 'Deletes expired fingerprints of form submissions.',
  })
  async purge({ signal }: ScheduledCall): Promise<object> {
    return {
      deleted: await deleteInBatches(this.queryRunner, 'lead_form_fingerprints', sql`expires_at < now()`, signal),
    };
  }
}
