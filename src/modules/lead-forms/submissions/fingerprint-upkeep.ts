import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { deleteInBatches, Reader } from '../../../platform/database/index.js';
import { Scheduled, type ScheduledCall } from '../../../platform/schedule/index.js';

@Injectable()
export class FingerprintUpkeep {
  constructor(private readonly reader: Reader) {}

  @Scheduled({
    name: 'form-fingerprints.purge',
    cron: '27 * * * *',
    description: 'Deletes fingerprints of form submissions whose window is over.',
  })
  async purge({ signal }: ScheduledCall): Promise<object> {
    return { deleted: await deleteInBatches(this.reader, 'lead_form_fingerprints', sql`expires_at < now()`, signal) };
  }
}
