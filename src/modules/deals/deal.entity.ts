import { defineEntity, p } from '@mikro-orm/core';
import { softDeleted, stamped, versioned } from '../../kernel/entity.js';
import { Conflict } from '../../kernel/errors.js';
import { Team, User } from '../users/index.js';

export const DEAL_STATUSES = ['open', 'won', 'lost', 'abandoned'] as const;
export type DealStatus = (typeof DEAL_STATUSES)[number];

export const DEAL_PRIORITIES = ['low', 'medium', 'high', 'critical'] as const;
export type DealPriority = (typeof DEAL_PRIORITIES)[number];

/** What a deal takes over from the stage that it goes to. */
export interface StageFacts {
  readonly id: string;
  readonly pipelineId: string;
  readonly kind: 'open' | 'won' | 'lost';
  readonly probability: number;
  /** After how many days in it a deal is called rotten; null where it never is. */
  readonly rotDays: number | null;
}

const DealSchema = defineEntity({
  name: 'Deal',
  tableName: 'deals',
  properties: {
    ...stamped,
    ...versioned,
    ...softDeleted,
    title: p.string().length(255),
    description: p.text().default(''),
    value: p.decimal('string').precision(14).scale(2).nullable(),
    currency: p.string().length(3),
    pipelineId: p.uuid(),
    stageId: p.uuid(),
    status: p.string().$type<DealStatus>().default('open'),
    probability: p.smallint(),
    hasOwnProbability: p.boolean().default(false),
    companyId: p.uuid().nullable(),
    contactId: p.uuid().nullable(),
    leadId: p.uuid().nullable(),
    owner: () => p.manyToOne(User).nullable(),
    team: () => p.manyToOne(Team).nullable(),
    priority: p.string().$type<DealPriority>().default('medium'),
    source: p.string().length(100).nullable(),
    expectedCloseDate: p.date().nullable(),
    closedAt: p.datetime(3).nullable(),
    wonReason: p.string().length(255).nullable(),
    lostReason: p.string().length(255).nullable(),
    tags: p.array().$type<string[]>().default([]),
    externalIds: p.json<Record<string, string>>(),
    customFields: p.json<Record<string, unknown>>(),
  },
});

/** Something that may be sold: it goes through the stages of a pipeline until it is decided. */
export class Deal extends DealSchema.class {
  /** To another open stage, also of another pipeline. The stage's probability counts again; where it is already, nothing happens. */
  moveTo(stage: StageFacts): void {
    this.requireOpen();
    if (stage.kind !== 'open') throw closing(stage);
    if (stage.id !== this.stageId) this.enter(stage);
  }

  win(stage: StageFacts, reason: string | null, now = new Date()): void {
    this.requireOpen();
    this.enter(stage);
    Object.assign(this, { status: 'won', probability: 100, closedAt: now, wonReason: reason });
  }

  lose(stage: StageFacts, reason: string, now = new Date()): void {
    this.requireOpen();
    this.enter(stage);
    Object.assign(this, { status: 'lost', probability: 0, closedAt: now, lostReason: reason });
  }

  /** Given up without a decision: it stays in the stage where it was left. */
  abandon(reason: string | null, now = new Date()): void {
    this.requireOpen();
    Object.assign(this, {
      status: 'abandoned',
      probability: 0,
      hasOwnProbability: false,
      closedAt: now,
      lostReason: reason,
    });
  }

  reopen(stage: StageFacts): void {
    if (this.status === 'open') throw new Conflict('deal-open', 'The deal is open already.');
    if (stage.kind !== 'open') throw closing(stage);
    this.enter(stage);
    Object.assign(this, { status: 'open', closedAt: null, wonReason: null, lostReason: null });
  }

  /** Its own probability lasts until the next move; null takes the stage's again. */
  estimate(probability: number | null, stage: StageFacts): void {
    this.requireOpen();
    this.probability = probability ?? stage.probability;
    this.hasOwnProbability = probability !== null;
  }

  /** Takes over what its stage says now; where that was retired, `stage` is the one in its place. */
  follow(stage: StageFacts): void {
    this.pipelineId = stage.pipelineId;
    this.stageId = stage.id;
    if (this.status === 'open' && !this.hasOwnProbability) this.probability = stage.probability;
  }

  remove(now = new Date()): void {
    if (this.deletedAt) throw new Conflict('deal-deleted', 'The deal is deleted already.');
    this.deletedAt = now;
  }

  restore(): void {
    if (!this.deletedAt) throw new Conflict('deal-not-deleted', 'The deal is not deleted.');
    this.deletedAt = null;
  }

  private enter(stage: StageFacts): void {
    this.pipelineId = stage.pipelineId;
    this.stageId = stage.id;
    this.probability = stage.probability;
    this.hasOwnProbability = false;
  }

  private requireOpen(): void {
    if (this.status !== 'open')
      throw new Conflict('deal-closed', `The deal is ${this.status}; reopen it first.`, {
        members: { current: this.status },
      });
  }
}
DealSchema.setClass(Deal);
export { DealSchema };

/** A decision has data of its own: it is not taken by moving a card. */
const closing = ({ kind }: StageFacts): Conflict =>
  new Conflict(
    'stage-closes-deal',
    kind === 'won'
      ? 'Deals come to this stage by being won: POST /deals/{id}/win.'
      : 'Deals come to this stage by being lost, with a reason: POST /deals/{id}/lose.',
    { members: { kind } },
  );
