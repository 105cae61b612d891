import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import type { EventType, Insertion } from '../../kernel/events.js';
import {
  RecordCommands,
  RecordUpdater,
  RecordWrites,
  type RecordAssignment,
  type UpsertKey,
  type WriteRequest,
} from '../../platform/records/index.js';
import { LeadFactory, type LeadOrigin } from './factory/lead-factory.js';
import { LeadUpdater } from './factory/lead-updater.js';
import type { Lead, LeadStatus } from './lead.entity.js';
import { leadType } from './lead.type.js';
import type { LeadCreate, LeadUpdate, LeadView } from './leads.dto.js';
import { leadEvents, leadStatusChanged, type LeadChange } from './leads.events.js';

type Apply = (lead: Lead, before: LeadView, em: EntityManager, input: LeadUpdate) => void | Promise<void>;

/** Extra rows and a guard for a lead from a source without an actor, such as a form. */
export interface Admission {
  readonly rowsFor: (lead: LeadView) => readonly Insertion[];
  /** Rows are written only if this statement returns a row. */
  readonly guard?: RawBuilder<unknown> | undefined;
}

/** Changes leads. Each change is one transaction that also writes the event. */
@Injectable()
export class LeadsService {
  /** The steps as operations of bulk requests. */
  readonly bulkSteps = {
    changeStatus: (actor: Actor, { id, status }: { readonly id: string; readonly status: LeadStatus }) =>
      this.changeStatus(actor, id, status),
  };

  constructor(
    private readonly commands: RecordCommands,
    private readonly writes: RecordWrites,
    private readonly factory: LeadFactory,
    private readonly updater: LeadUpdater,
    private readonly records: RecordUpdater,
  ) {}

  /** Writes lead, first activity and event in one statement. `actor` is null if no user or API key creates the lead. */
  async create(actor: Actor | null, input: LeadCreate, origin?: LeadOrigin): Promise<LeadView> {
    return this.commands.create(leadType, actor, input, async (lead) => ({
      record: await this.factory.create(actor, lead, origin),
    }));
  }

  /**
   * Creates a lead without an actor, in one statement with the rows of the caller. Returns undefined if the guard
   * fails.
   */
  async admit(input: LeadCreate, { rowsFor, guard }: Admission): Promise<LeadView | undefined> {
    const lead = await this.factory.create(null, input);
    return (await this.commands.insert(leadType, lead, rowsFor(lead), guard)) ? lead : undefined;
  }

  update(actor: Actor, id: string, patch: LeadUpdate, version?: number): Promise<LeadView> {
    const apply: Apply = (lead, before, _em, input) => this.updater.applyPatch(lead, before, input);
    return this.change(actor, id, leadEvents.updated, apply, { version, patch });
  }

  changeStatus(actor: Actor, id: string, status: LeadStatus, version?: number): Promise<LeadView> {
    return this.change(actor, id, leadStatusChanged, (lead) => lead.moveTo(status), { version });
  }

  assign(actor: Actor, id: string, to: RecordAssignment, version?: number): Promise<LeadView> {
    const apply: Apply = (lead, _before, em) => this.records.assign(leadType, lead, to, em);
    return this.change(actor, id, leadEvents.assigned, apply, { version });
  }

  async remove(actor: Actor, id: string, version?: number): Promise<void> {
    await this.change(actor, id, leadEvents.deleted, (lead) => this.records.remove(leadType, lead), { version });
  }

  restore(actor: Actor, id: string, version?: number): Promise<LeadView> {
    const apply: Apply = (lead, _before, em) => this.records.restore(leadType, actor, lead, em);
    return this.change(actor, id, leadEvents.restored, apply, { deleted: true, version });
  }

  purge(actor: Actor, id: string, version?: number): Promise<void> {
    return this.commands.purge(leadType, actor, id, version);
  }

  upsert(actor: Actor, key: UpsertKey, input: LeadCreate): Promise<{ record: LeadView; created: boolean }> {
    return this.commands.upsert(leadType, key, input, {
      create: (lead) => this.create(actor, lead),
      update: (id, lead) => this.update(actor, id, lead, key.version),
    });
  }

  private change(
    actor: Actor,
    id: string,
    event: EventType<LeadChange>,
    apply: Apply,
    options: WriteRequest<LeadUpdate> = {},
  ): Promise<LeadView> {
    return this.writes.change(leadType, actor, id, {
      ...options,
      event,
      apply: async (lead, before, em, input) => {
        if (event !== leadEvents.restored) lead.requireOpen();
        await apply(lead, before, em, input);
        await this.updater.rescore(lead, before);
      },
      ...(event === leadStatusChanged && {
        reports: (before, after) => ({ oldStatus: before.status, newStatus: after.status }),
      }),
    });
  }
}
