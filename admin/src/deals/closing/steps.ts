import type { DealView } from '@kontor/sdk';
import { kontor } from '../../api/kontor';

/** Steps that ask something before they change a deal. */
export type Step = 'win' | 'lose' | 'abandon' | 'reopen';

export interface StepInput {
  readonly reason: string;
  readonly stageId?: string | undefined;
}
type Deal = Pick<DealView, 'id' | 'version'>;

const CALLS: Readonly<Record<Step, (deal: Deal, input: StepInput) => PromiseLike<DealView>>> = {
  win: (deal, { reason }) => kontor.deals.win(deal.id, { wonReason: reason || null }, { ifMatch: deal }),
  lose: (deal, { reason }) => kontor.deals.lose(deal.id, { lostReason: reason }, { ifMatch: deal }),
  abandon: (deal, { reason }) => kontor.deals.abandon(deal.id, { reason: reason || null }, { ifMatch: deal }),
  reopen: (deal, { stageId }) =>
    kontor.deals.reopen(deal.id, { ...(stageId !== undefined && { stageId }) }, { ifMatch: deal }),
};

/** Closes or reopens a deal in the version that the person saw. */
export const takeStep = (step: Step, deal: Deal, input: StepInput): PromiseLike<DealView> => CALLS[step](deal, input);

/** Steps that fit the status of a deal. */
export const stepsOf = ({ status }: Pick<DealView, 'status'>): readonly Step[] =>
  status === 'open' ? ['win', 'lose', 'abandon'] : ['reopen'];
