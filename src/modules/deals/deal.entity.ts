import { defineEntity, p } from '@mikro-orm/core';
import { extensible, softDeleted, stamped, versioned } from '../../kernel/entity.js';
import { ConflictError } from '../../kernel/errors.js';
import { owned } from '../users/index.js';

export const DEAL_STATUSES = ['open', 'won', 'lost', 'abandoned'] as const;
export type DealStatus = (typeof DEAL_STATUSES)[number];

export const DEAL_PRIORITIES = ['low', 'medium', 'high', 'critical'] as const;
export type DealPriority = (typeof DEAL_PRIORITIES)[number];

/** Fields of a stage that a deal uses. */
export interface StageFacts {
  readonly id: string;
  readonly pipelineId: string;
  readonly kind: 'open' | 'won' | 'lost';
  readonly probability: number;
  /** Days in the stage until a deal is rotting; null for no limit. */
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
    status: p.enum(DEAL_STATUSES).default('open'),
    probability: p.smallint(),
    hasOwnProbability: p.boolean().default(false),
    /** Own probability at the time of closing; null for open deals. */
    ownProbability: p.smallint().nullable().hidden(),
    companyId: p.uuid().nullable(),
    contactId: p.uuid().nullable(),
    leadId: p.uuid().nullable(),
    ...owned,
    priority: p.enum(DEAL_PRIORITIES).default('medium'),
    source: p.string().length(100).nullable(),
    expectedCloseDate: p.date().nullable(),
    closedAt: p.datetime(3).nullable(),
    /** The database sets the time of a change of the stage. */
    stageEnteredAt: p.datetime(3),
    wonReason: p.string().length(255).nullable(),
    lostReason: p.string().length(255).nullable(),
    ...extensible,
  },
});

/** A possible sale with a value and a stage. */
export class Deal extends DealSchema.class {
  /**
   * Moves the deal to an open stage of any pipeline, with the probability of that stage. The same stage is no change.
   */
  moveTo(stage: StageFacts): void {
    this.requireOpen();
    if (stage.kind !== 'open') throw closing(stage);
    if (stage.id !== this.stageId) this.enter(stage);
  }

  win(stage: StageFacts, reason: string | null, now = new Date()): void {
    this.close(stage);
    Object.assign(this, { status: 'won', probability: 100, closedAt: now, wonReason: reason });
  }

  lose(stage: StageFacts, reason: string, now = new Date()): void {
    this.close(stage);
    Object.assign(this, { status: 'lost', probability: 0, closedAt: now, lostReason: reason });
  }

  /** Closes the deal without a decision. The deal stays in its stage. */
  abandon(reason: string | null, now = new Date()): void {
    this.close();
    Object.assign(this, { status: 'abandoned', probability: 0, closedAt: now, lostReason: reason });
  }

  /** Restores the own probability if the deal returns to its last open stage. */
  reopen(stage: StageFacts, lastOpenStageId: string | undefined): void {
    if (this.status === 'open') throw new ConflictError('deal-open', 'The deal is already open.');
    if (stage.kind !== 'open') throw closing(stage);
    const own = stage.id === lastOpenStageId ? this.ownProbability : null;
    this.enter(stage);
    Object.assign(this, {
      status: 'open',
      closedAt: null,
      wonReason: null,
      lostReason: null,
      ownProbability: null,
      ...(typeof own === 'number' && { probability: own, hasOwnProbability: true }),
    });
  }

  /**
   * Sets the own probability, which is valid until the next move. Null restores the probability of the stage. The
   * current probability is no change.
   */
  estimate(probability: number | null, stage: StageFacts): void {
    if (probability === this.probability || (probability === null && !this.hasOwnProbability)) return;
    this.requireOpen();
    this.probability = probability ?? stage.probability;
    this.hasOwnProbability = probability !== null;
  }

  /** Applies the current values of the stage. If the stage of the deal is retired, `stage` is its replacement. */
  follow(stage: StageFacts): void {
    this.pipelineId = stage.pipelineId;
    this.stageId = stage.id;
    if (this.status === 'open' && !this.hasOwnProbability) this.probability = stage.probability;
  }

  private close(stage?: StageFacts): void {
    this.requireOpen();
    this.ownProbability = this.hasOwnProbability ? this.probability : null;
    this.hasOwnProbability = false;
    if (stage) this.enter(stage);
  }

  private enter(stage: StageFacts): void {
    this.pipelineId = stage.pipelineId;
    this.stageId = stage.id;
    this.probability = stage.probability;
    this.hasOwnProbability = false;
  }

  private requireOpen(): void {
    if (this.status !== 'open')
      throw new ConflictError('deal-closed', `The deal is ${this.status}; reopen it first.`, {
        members: { current: this.status },
      });
  }
}
DealSchema.setClass(Deal);
export { DealSchema };

/** Winning and losing have their own operations, because these operations also take a reason. */
const closing = ({ kind }: StageFacts): ConflictError =>
  new ConflictError(
    'stage-closes-deal',
    kind === 'won'
      ? 'Deals come to this stage by being won: POST /deals/{id}/win.'
      : 'Deals come to this stage by being lost, with a reason: POST /deals/{id}/lose.',
    { members: { kind } },
  );
