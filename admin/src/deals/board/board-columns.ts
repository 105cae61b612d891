import type { BoardColumnView, DealView, PipelineStageView } from '@kontor/sdk';
import type { Step } from '../closing/steps';
import { endingOf } from '../pipelines';
import type { PendingMove } from './use-moves';

/** Returns the columns with waiting cards in the column they move to. Counts and sums stay those of the server. */
export function withPending(
  columns: readonly BoardColumnView[],
  pending: readonly PendingMove[],
): readonly BoardColumnView[] {
  if (pending.length === 0) return columns;
  const known = new Map(columns.flatMap(({ cards }) => cards.map((card) => [card.id, card])));
  return columns.map((column) => {
    const arriving = pending.filter(({ stageId }) => stageId === column.stage.id).map(({ deal }) => deal);
    const staying = column.cards.filter(({ id }) => !pending.some(({ deal }) => deal.id === id));
    return { ...column, cards: [...arriving.map((deal) => known.get(deal.id) ?? deal), ...staying] };
  });
}

/** What a move into a stage means: a plain move, a step with a dialog, or nothing. */
export function moveInto(
  deal: Pick<DealView, 'status' | 'stageId'>,
  stage: PipelineStageView,
  stages: readonly PipelineStageView[],
): 'move' | Step | undefined {
  if (stage.id === deal.stageId || !stage.isActive) return undefined;
  if (stage.kind === 'open') return deal.status === 'open' ? 'move' : 'reopen';
  if (deal.status !== 'open' || endingOf(stages, stage.kind)?.id !== stage.id) return undefined;
  return stage.kind === 'won' ? 'win' : 'lose';
}
