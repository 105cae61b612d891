import { Injectable } from '@nestjs/common';
import { Events } from '../../../kernel/events.js';
import { OwnsRecords } from '../../../kernel/ownership.js';
import { Database, Reader } from '../../../platform/database/index.js';
import { RecordOwnership, Records } from '../../../platform/records/index.js';
import type { DealView } from '../deals.dto.js';
import { dealAssigned } from '../deals.events.js';
import { dealKind } from '../deals.queries.js';

/** Deals as something that people own. */
@OwnsRecords()
@Injectable()
export class DealOwnership extends RecordOwnership<DealView> {
  protected readonly kind = dealKind;
  protected readonly assigned = dealAssigned;

  constructor(database: Database, reader: Reader, events: Events, records: Records) {
    super({ database, reader, events, records });
  }
}
