import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { RecordCommands, RecordWrites, type RecordAssignment, type UpsertKey } from '../../platform/records/index.js';
import { dealType } from './deal.type.js';
import type { DealCreate, DealUpdate, DealView } from './deals.dto.js';
import { dealEvents } from './deals.events.js';
import { DealUpdater } from './factory/deal-updater.js';
import { DealFactory } from './factory/deal-factory.js';

/** Writes of deals, except changes of the stage. Each write is one transaction with its event. */
@Injectable()
export class DealsService {
  constructor(
    private readonly commands: RecordCommands,
    private readonly writes: RecordWrites,
    private readonly factory: DealFactory,
    private readonly updater: DealUpdater,
  ) {}

  /** Writes the deal and its event in one statement, if the stage accepts deals. `actor` is null for the system. */
  create(actor: Actor | null, input: DealCreate): Promise<DealView> {
    return this.commands.create(dealType, actor, input, (deal) => this.factory.create(actor, deal));
  }

  update(actor: Actor, id: string, patch: DealUpdate, version?: number): Promise<DealView> {
    return this.writes.change(dealType, actor, id, {
      version,
      patch,
      event: dealEvents.updated,
      apply: (deal, _before, _em, input) => this.updater.applyPatch(actor, deal, input),
    });
  }

  assign(actor: Actor, id: string, to: RecordAssignment, version?: number): Promise<DealView> {
    return this.commands.assign(dealType, actor, id, to, version);
  }

  remove(actor: Actor, id: string, version?: number): Promise<void> {
    return this.commands.remove(dealType, actor, id, version);
  }

  restore(actor: Actor, id: string, version?: number): Promise<DealView> {
    return this.commands.restore(dealType, actor, id, version, (deal) => this.updater.followStage(deal));
  }

  purge(actor: Actor, id: string, version?: number): Promise<void> {
    return this.commands.purge(dealType, actor, id, version);
  }

  /** Creates or updates the deal with this external id. An update does not change the stage, owner or team. */
  upsert(actor: Actor, key: UpsertKey, input: DealCreate): Promise<{ record: DealView; created: boolean }> {
    return this.commands.upsert(dealType, key, input, {
      create: (deal) => this.create(actor, deal),
      update: (id, deal) => this.update(actor, id, deal, key.version),
    });
  }
}
