import type { BoardColumnView, BoardView, DealView } from '@kontor/sdk';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import { kontor } from '../../api/kontor';

const FIRST = 20;
const MORE = 50;
const REFRESH_MS = 30_000;
const INCLUDE = ['owner', 'company'] as const;

/** Filter and time of a board, as in the address bar. */
export interface BoardFilter {
  readonly q?: string;
  readonly ownerId?: string[];
  readonly priority?: DealView['priority'][];
  readonly asOf?: string;
}

/** Reads more cards until the column has the requested number. */
async function fill(column: BoardColumnView, wanted: number, read: ReadCards): Promise<BoardColumnView> {
  let filled = column;
  while (filled.nextCursor !== null && filled.cards.length < wanted)
    filled = withPage(filled, await read(filled.stage.id, filled.nextCursor, wanted - filled.cards.length));
  return filled;
}

interface CardPage {
  readonly data: DealView[];
  readonly pageInfo: { readonly nextCursor: string | null };
}
type ReadCards = (stageId: string, cursor: string, limit: number) => PromiseLike<CardPage>;

const withPage = (column: BoardColumnView, { data, pageInfo }: CardPage): BoardColumnView => ({
  ...column,
  cards: [...column.cards, ...data.filter(({ id }) => !column.cards.some((card) => card.id === id))],
  nextCursor: pageInfo.nextCursor,
});

/** Puts the changed deal first in the column of its stage. Linked records stay as they were. */
function withDeal(board: BoardView, deal: DealView): BoardView {
  const former = board.columns.flatMap(({ cards }) => cards).find(({ id }) => id === deal.id);
  return {
    ...board,
    columns: board.columns.map((column) => {
      const others = column.cards.filter(({ id }) => id !== deal.id);
      const isHere = column.stage.id === deal.stageId && deal.status !== 'abandoned';
      return { ...column, cards: isHere ? [{ ...former, ...deal }, ...others] : others };
    }),
  };
}

/** Reads a board. Cards that were read by scrolling are read again with it, so that all cards show the same moment. */
export function useBoard(pipelineId: string, filter: BoardFilter) {
  const client = useQueryClient();
  const queryKey = useMemo(() => ['deals', 'board', pipelineId, filter], [pipelineId, filter]);
  const wanted = useRef(new Map<string, number>());
  const name = JSON.stringify(queryKey);
  const wantedIn = useCallback((stageId: string): number => wanted.current.get(`${name} ${stageId}`) ?? 0, [name]);
  const readCards = useCallback(
    (stageId: string, cursor: string, limit: number, signal?: AbortSignal) =>
      kontor.pipelines.listBoardCards(pipelineId, {
        ...filter,
        stageId,
        cursor,
        limit: Math.min(100, limit),
        include: [...INCLUDE],
        signal,
      }),
    [pipelineId, filter],
  );
  const query = useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<BoardView> => {
      const board = await kontor.pipelines.getBoard(pipelineId, {
        ...filter,
        limit: FIRST,
        include: [...INCLUDE],
        signal,
      });
      const columns = await Promise.all(
        board.columns.map((column) => fill(column, wantedIn(column.stage.id), (...args) => readCards(...args, signal))),
      );
      return { ...board, columns };
    },
    placeholderData: (former) => (former?.pipelineId === pipelineId ? former : undefined),
    refetchInterval: filter.asOf === undefined && REFRESH_MS,
  });

  const loadMore = useCallback(
    async ({ stage, cards, nextCursor }: BoardColumnView) => {
      if (nextCursor === null) return;
      const page = await readCards(stage.id, nextCursor, MORE);
      wanted.current.set(`${name} ${stage.id}`, cards.length + page.data.length);
      client.setQueryData<BoardView>(queryKey, (board) => {
        // A cursor of an earlier read would leave a gap.
        const columns = board?.columns.map((column) =>
          column.stage.id === stage.id && column.nextCursor === nextCursor ? withPage(column, page) : column,
        );
        return board && columns && { ...board, columns };
      });
    },
    [client, queryKey, readCards, name],
  );
  const apply = useCallback(
    (deal: DealView) => client.setQueryData<BoardView>(queryKey, (board) => board && withDeal(board, deal)),
    [client, queryKey],
  );
  return { ...query, board: query.data, loadMore, apply };
}
