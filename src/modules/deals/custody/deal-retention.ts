import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Events } from '../../../kernel/events.js';
import { Retains } from '../../../kernel/retention.js';
import { Reader } from '../../../platform/database/index.js';
import { RecordRetention } from '../../../platform/records/index.js';
import { dealPurged } from '../deals.events.js';

/** Deals whose time is over: removed as by hand, with all that is on them. */
@Retains()
@Injectable()
export class DealRetention extends RecordRetention {
  readonly kind = 'deals';
  readonly description = 'Deals with their history, from the day they were won, lost, abandoned or deleted.';
  /** Seven years. */
  override readonly defaultDays = 2_557;
  /** As in the index `deals_ended_at_idx`. */
  protected readonly ended = sql`least(r.closed_at, r.deleted_at)`;
  protected readonly purged = dealPurged;

  // Declared again: Nest reads the parameters of a class from itself alone.
  constructor(reader: Reader, events: Events) {
    super(reader, events);
  }
}
