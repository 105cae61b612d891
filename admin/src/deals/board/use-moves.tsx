import type { DealView, PipelineStageView } from '@kontor/sdk';
import { useCallback, useRef, useState } from 'react';
import { useNotify } from 'react-admin';
import { kontor } from '../../api/kontor';
import type { Step } from '../closing/steps';
import { RejectionNote } from '../closing/rejection-note';
import { useDealRefresh } from '../use-deal-refresh';

/** A card between two columns: the server has not confirmed the move yet. */
export interface PendingMove {
  readonly deal: DealView;
  readonly stageId: string;
}
/** A move that needs a dialog first. */
export interface AskedStep {
  readonly step: Step;
  readonly deal: DealView;
  readonly stage?: PipelineStageView;
}

const NOTE_MS = 15_000;

/**
 * Moves cards. A card waits in the new column until the server answers. If the server rejects the move, the card is
 * back in its place, because the data of the board never changed.
 */
export function useMoves(apply: (deal: DealView) => void) {
  const notify = useNotify();
  const refresh = useDealRefresh();
  const [pending, setPending] = useState<readonly PendingMove[]>([]);
  const [asked, setAsked] = useState<AskedStep>();
  const busy = useRef(new Set<string>());

  const begin = useCallback((move: PendingMove) => {
    busy.current.add(move.deal.id);
    setPending((moves) => [move, ...moves]);
  }, []);
  const end = useCallback((dealId: string) => {
    busy.current.delete(dealId);
    setPending((moves) => moves.filter(({ deal }) => deal.id !== dealId));
  }, []);

  const move = useCallback(
    async (deal: DealView, stageId: string) => {
      if (busy.current.has(deal.id)) return;
      begin({ deal, stageId });
      try {
        apply(await kontor.deals.move(deal.id, { stageId }, { ifMatch: deal }));
      } catch (error) {
        notify(<RejectionNote title={deal.title} error={error} />, { type: 'error', autoHideDuration: NOTE_MS });
      }
      end(deal.id);
      refresh(deal.id);
    },
    [apply, begin, end, notify, refresh],
  );
  const ask = useCallback(
    (step: AskedStep) => {
      if (busy.current.has(step.deal.id)) return;
      if (step.stage) begin({ deal: step.deal, stageId: step.stage.id });
      setAsked(step);
    },
    [begin],
  );
  const answer = useCallback(
    (deal: DealView | undefined) => {
      if (deal) apply(deal);
      if (asked) end(asked.deal.id);
      if (deal) refresh(deal.id);
      setAsked(undefined);
    },
    [asked, apply, end, refresh],
  );
  return { pending, asked, move, ask, answer };
}
