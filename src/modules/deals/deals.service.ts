import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Conflict } from '../../kernel/errors.js';
import { Database } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { RecordWrites, type RecordAssignment } from '../../platform/records/index.js';
import type { DealCreate, DealUpdate, DealView } from './deals.dto.js';
import { dealAssigned, dealCreated, dealDeleted, dealPurged, dealRestored, dealUpdated } from './deals.events.js';
import { dealKind } from './deals.queries.js';
import { DealChanges } from './drafts/deal-changes.js';
import { DealDrafts, dealRow } from './drafts/deal-drafts.js';

const TRIES = 3;

/** What can be done with deals besides taking them through stages. Every change is one transaction: the deal, its event, and what follows from it. */
@Injectable()
export class DealsService {
  constructor(
    private readonly database: Database,
    private readonly writes: RecordWrites,
    private readonly outbox: Outbox,
    private readonly drafts: DealDrafts,
    private readonly changes: DealChanges,
  ) {}

  /** One statement: the deal and its event, as long as its stage takes deals. `actor` is null for what the system makes by itself. */
  async create(actor: Actor | null, input: DealCreate): Promise<DealView> {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const { deal, guard } = await this.drafts.make(actor, input);
      const event = this.outbox.make(dealCreated, deal.id, { object: deal, previous: {}, changedFields: [] });
      if (await this.database.insert([{ table: 'deals', row: dealRow(deal) }], [event], guard)) return deal;
    }
    throw new Conflict('stage-changing', 'The stage is being changed at this moment; try again.');
  }

  update(actor: Actor, id: string, wanted: DealUpdate, version?: number): Promise<DealView> {
    return this.writes.change(dealKind, actor, id, {
      version,
      wanted,
      event: dealUpdated,
      apply: (deal, before) => this.changes.apply(actor, deal, before, wanted),
    });
  }

  assign(actor: Actor, id: string, to: RecordAssignment, version?: number): Promise<DealView> {
    return this.writes.change(dealKind, actor, id, {
      version,
      event: dealAssigned,
      apply: (deal, _, em) => this.changes.assign(deal, to, em),
    });
  }

  async remove(actor: Actor, id: string, version?: number): Promise<void> {
    await this.writes.change(dealKind, actor, id, { version, event: dealDeleted, apply: (deal) => deal.remove() });
  }

  restore(actor: Actor, id: string): Promise<DealView> {
    return this.writes.change(dealKind, actor, id, {
      deleted: true,
      event: dealRestored,
      apply: (deal) => this.changes.restore(deal),
    });
  }

  /** Removes the deal and everything on it; nothing brings it back. */
  purge(actor: Actor, id: string): Promise<void> {
    return this.writes.purge(dealKind, actor, id, dealPurged);
  }

  /** Creates the deal that another system knows by this id, or updates it: its stage, its owner and its team stay then. */
  upsert(
    actor: Actor,
    source: string,
    externalId: string,
    input: DealCreate,
  ): Promise<{ record: DealView; made: boolean }> {
    const make = () => this.create(actor, { ...input, externalIds: { ...input.externalIds, [source]: externalId } });
    return this.writes.upsert(dealKind, source, externalId, make, (id) => this.update(actor, id, input));
  }
}
