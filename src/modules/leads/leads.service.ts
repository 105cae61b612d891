import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import type { EventType, Insertion } from '../../kernel/events.js';
import { Database } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { RecordWrites, type Wanted } from '../../platform/records/index.js';
import { LeadChanges, type LeadHolder } from './lead-changes.js';
import { LeadDrafts, leadRow, type LeadOrigin } from './lead-drafts.js';
import type { Lead, LeadStatus } from './lead.entity.js';
import type { LeadCreate, LeadUpdate, LeadView } from './leads.dto.js';
import {
  leadAssigned,
  leadCreated,
  leadDeleted,
  leadPurged,
  leadRestored,
  leadStatusChanged,
  leadUpdated,
  type LeadChange,
} from './leads.events.js';
import { leadKind } from './leads.queries.js';

type Apply = (lead: Lead, before: LeadView, em: EntityManager) => void | Promise<void>;

/** What is written in the one statement of a lead that comes in by itself. */
export interface Admission {
  readonly rowsFor: (lead: LeadView) => readonly Insertion[];
  /** Nothing is written unless this statement gives a row. */
  readonly guard?: RawBuilder<unknown> | undefined;
}

/** What can be done with leads. Every change is one transaction: the lead, its event, and what follows from it. */
@Injectable()
export class LeadsService {
  constructor(
    private readonly database: Database,
    private readonly writes: RecordWrites,
    private readonly outbox: Outbox,
    private readonly drafts: LeadDrafts,
    private readonly changes: LeadChanges,
  ) {}

  /** One statement: the lead, its first activity and its event. `actor` is null for what comes in by itself. */
  async create(actor: Actor | null, input: LeadCreate, origin?: LeadOrigin): Promise<LeadView> {
    const lead = await this.drafts.make(actor, input, origin);
    const event = this.outbox.make(leadCreated, lead.id, { object: lead, previous: {}, changedFields: [] });
    await this.database.insert([{ table: 'leads', row: leadRow(lead) }], [event]);
    return lead;
  }

  /** A lead that comes in by itself, with rows of the module that let it in; undefined where its guard kept it out. */
  async admit(input: LeadCreate, { rowsFor, guard }: Admission): Promise<LeadView | undefined> {
    const lead = await this.drafts.make(null, input);
    const event = this.outbox.make(leadCreated, lead.id, { object: lead, previous: {}, changedFields: [] });
    const written = await this.database.insert(
      [{ table: 'leads', row: leadRow(lead) }, ...rowsFor(lead)],
      [event],
      guard,
    );
    return written ? lead : undefined;
  }

  update(actor: Actor, id: string, wanted: LeadUpdate, version?: number): Promise<LeadView> {
    return this.change(actor, id, leadUpdated, (lead, before) => this.changes.apply(lead, before, wanted), {
      version,
      wanted,
    });
  }

  changeStatus(actor: Actor, id: string, status: LeadStatus, version?: number): Promise<LeadView> {
    return this.change(actor, id, leadStatusChanged, (lead) => lead.moveTo(status), { version });
  }

  assign(actor: Actor, id: string, to: LeadHolder, version?: number): Promise<LeadView> {
    return this.change(actor, id, leadAssigned, (lead, _, em) => this.changes.assign(lead, to, em), { version });
  }

  async remove(actor: Actor, id: string, version?: number): Promise<void> {
    await this.change(actor, id, leadDeleted, (lead) => lead.remove(), { version });
  }

  restore(actor: Actor, id: string): Promise<LeadView> {
    return this.change(actor, id, leadRestored, (lead) => lead.restore(), { deleted: true });
  }

  /** Removes the lead and everything on it; nothing brings it back. */
  purge(actor: Actor, id: string): Promise<void> {
    return this.writes.purge(leadKind, actor, id, leadPurged);
  }

  /** Creates the lead that another system knows by this id, or updates it. */
  upsert(
    actor: Actor,
    source: string,
    externalId: string,
    input: LeadCreate,
  ): Promise<{ record: LeadView; made: boolean }> {
    const make = () => this.create(actor, { ...input, externalIds: { ...input.externalIds, [source]: externalId } });
    return this.writes.upsert(leadKind, source, externalId, make, (id) => this.update(actor, id, input));
  }

  private change(
    actor: Actor,
    id: string,
    event: EventType<LeadChange>,
    apply: Apply,
    options: Wanted = {},
  ): Promise<LeadView> {
    return this.writes.change(leadKind, actor, id, {
      ...options,
      event,
      apply: async (lead, before, em) => {
        if (event !== leadRestored) lead.requireOpen();
        await apply(lead, before, em);
        await this.changes.rescore(lead, before);
      },
      ...(event === leadStatusChanged && {
        tells: (before, after) => ({ oldStatus: before.status, newStatus: after.status }),
      }),
    });
  }
}
