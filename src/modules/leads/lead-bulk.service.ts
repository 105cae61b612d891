import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { BulkRunner, requirePermission } from '../../platform/records/index.js';
import type { LeadBulk, LeadBulkView, LeadOperation } from './lead-bulk.dto.js';
import type { LeadView } from './leads.dto.js';
import { leadKind } from './leads.queries.js';
import { LeadsService } from './leads.service.js';

interface Done {
  readonly status: number;
  readonly record: LeadView | null;
}

const CHOICES = ['create', 'update', 'changeStatus', 'assign', 'remove', 'restore'] as const;

/** Many operations on leads in one request. */
@Injectable()
export class LeadBulkService {
  constructor(
    private readonly runner: BulkRunner,
    private readonly leads: LeadsService,
  ) {}

  async run(actor: Actor, { operations, atomic = true }: LeadBulk): Promise<LeadBulkView> {
    const results = await this.runner.run(leadKind, operations, atomic, {
      choices: CHOICES,
      idsOf,
      perform: (operation) => this.perform(actor, operation),
    });
    return { results: results.map(({ status, record, problem }) => ({ status, lead: record, problem })) };
  }

  private async perform(
    actor: Actor,
    { create, update, changeStatus, assign, remove, restore }: LeadOperation,
  ): Promise<Done> {
    if (create) {
      requirePermission(actor, 'leads:create');
      return { status: 201, record: await this.leads.create(actor, create) };
    }
    if (remove) {
      requirePermission(actor, 'leads:delete');
      await this.leads.remove(actor, remove.id);
      return { status: 204, record: null };
    }
    if (update) return done(await this.leads.update(actor, update.id, update.changes, update.version));
    if (changeStatus) return done(await this.leads.changeStatus(actor, changeStatus.id, changeStatus.status));
    if (assign) return done(await this.leads.assign(actor, assign.id, assign));
    if (restore) return done(await this.leads.restore(actor, restore.id));
    throw new Error('An operation without content passed the check');
  }
}

const done = (record: LeadView): Done => ({ status: 200, record });
const idsOf = ({ update, changeStatus, assign, remove, restore }: LeadOperation): string[] =>
  [update, changeStatus, assign, remove, restore].flatMap((part) => part?.id ?? []);
