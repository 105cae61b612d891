import { Injectable } from '@nestjs/common';
import { Events } from '../../../kernel/events.js';
import { OwnsRecords } from '../../../kernel/ownership.js';
import { Database, Reader } from '../../../platform/database/index.js';
import { RecordOwnership, Records } from '../../../platform/records/index.js';
import type { ContactView } from '../contacts.dto.js';
import { contactAssigned } from '../contacts.events.js';
import { contactKind } from '../contacts.queries.js';

/** Contacts as something that people own. */
@OwnsRecords()
@Injectable()
export class ContactOwnership extends RecordOwnership<ContactView> {
  protected readonly kind = contactKind;
  protected readonly assigned = contactAssigned;

  constructor(database: Database, reader: Reader, events: Events, records: Records) {
    super({ database, reader, events, records });
  }
}
