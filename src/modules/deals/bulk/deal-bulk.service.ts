import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { BulkRunner, requirePermission } from '../../../platform/records/index.js';
import type { DealView } from '../deals.dto.js';
import { dealKind } from '../deals.queries.js';
import { DealsService } from '../deals.service.js';
import { DealProgress } from '../progress/deal-progress.service.js';
import type { DealBulk, DealBulkView, DealOperation } from './deal-bulk.dto.js';

interface Done {
  readonly status: number;
  readonly record: DealView | null;
}

const CHOICES = [
  'create',
  'update',
  'move',
  'win',
  'lose',
  'abandon',
  'reopen',
  'assign',
  'remove',
  'restore',
] as const;

/** Many operations on deals in one request. */
@Injectable()
export class DealBulkService {
  constructor(
    private readonly runner: BulkRunner,
    private readonly deals: DealsService,
    private readonly progress: DealProgress,
  ) {}

  async run(actor: Actor, { operations, atomic = true }: DealBulk): Promise<DealBulkView> {
    const results = await this.runner.run(dealKind, operations, atomic, {
      choices: CHOICES,
      idsOf,
      perform: (operation) => this.perform(actor, operation),
    });
    return { results: results.map(({ status, record, problem }) => ({ status, deal: record, problem })) };
  }

  private async perform(actor: Actor, operation: DealOperation): Promise<Done> {
    const { create, update, assign, remove, restore } = operation;
    if (create) {
      requirePermission(actor, 'deals:create');
      return { status: 201, record: await this.deals.create(actor, create) };
    }
    if (remove) {
      requirePermission(actor, 'deals:delete');
      await this.deals.remove(actor, remove.id);
      return { status: 204, record: null };
    }
    if (update) return done(await this.deals.update(actor, update.id, update.changes, update.version));
    if (assign) return done(await this.deals.assign(actor, assign.id, assign));
    if (restore) return done(await this.deals.restore(actor, restore.id));
    return done(await this.step(actor, operation));
  }

  private step(actor: Actor, { move, win, lose, abandon, reopen }: DealOperation): Promise<DealView> {
    if (move) return this.progress.move(actor, move.id, move.stageId);
    if (win) return this.progress.win(actor, win.id, win.wonReason);
    if (lose) return this.progress.lose(actor, lose.id, lose.lostReason);
    if (abandon) return this.progress.abandon(actor, abandon.id, abandon.reason);
    if (reopen) return this.progress.reopen(actor, reopen.id, reopen.stageId);
    throw new Error('An operation without content passed the check');
  }
}

const done = (record: DealView): Done => ({ status: 200, record });
const idsOf = ({ update, move, win, lose, abandon, reopen, assign, remove, restore }: DealOperation): string[] =>
  [update, move, win, lose, abandon, reopen, assign, remove, restore].flatMap((part) => part?.id ?? []);
