import { Injectable } from '@nestjs/common';
import { Events } from '../../../kernel/events.js';
import { OwnsRecords } from '../../../kernel/ownership.js';
import { Database, Reader } from '../../../platform/database/index.js';
import { RecordOwnership, Records } from '../../../platform/records/index.js';
import type { CompanyView } from '../companies.dto.js';
import { companyAssigned } from '../companies.events.js';
import { companyKind } from '../companies.queries.js';

/** Companies as something that people own. */
@OwnsRecords()
@Injectable()
export class CompanyOwnership extends RecordOwnership<CompanyView> {
  protected readonly kind = companyKind;
  protected readonly assigned = companyAssigned;

  constructor(database: Database, reader: Reader, events: Events, records: Records) {
    super({ database, reader, events, records });
  }
}
