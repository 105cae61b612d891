import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Events } from '../../../kernel/events.js';
import { Retains } from '../../../kernel/retention.js';
import { Reader } from '../../../platform/database/index.js';
import { RecordRetention } from '../../../platform/records/index.js';
import { companyPurged } from '../companies.events.js';

/** Companies that were deleted long ago. */
@Retains()
@Injectable()
export class CompanyRetention extends RecordRetention {
  readonly kind = 'companies';
  readonly description = 'Deleted companies, from the day they were deleted.';
  protected readonly ended = sql.ref('r.deleted_at');
  protected readonly purged = companyPurged;

  // Declared again: Nest reads the parameters of a class from itself alone.
  constructor(reader: Reader, events: Events) {
    super(reader, events);
  }
}
