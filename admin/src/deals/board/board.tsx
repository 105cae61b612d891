import { DragDropContext, type DragStart, type DropResult, type DragUpdate } from '@hello-pangea/dnd';
import type { BoardView, DealView, PipelineStageView } from '@kontor/sdk';
import { Box } from '@mui/material';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAccess } from '../../api/access';
import { ErrorBoundary } from '../../ui/feedback';
import type { Step } from '../closing/steps';
import { dealListPath, is, isOneOf } from '../deal-list-path';
import { BoardColumn } from './board-column';
import { moveInto, withPending } from './board-columns';
import { CardMenu } from './card-menu';
import { DealCard } from './deal-card';
import type { BoardFilter, useBoard } from './use-board';
import { useMoves } from './use-moves';

const loadDialog = () => import('../closing/closing-dialog');
const ClosingDialog = lazy(loadDialog);
const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content;

interface Properties extends Pick<ReturnType<typeof useBoard>, 'loadMore' | 'apply'> {
  readonly board: BoardView;
  readonly filter: BoardFilter;
}

/** The columns of a board. Cards are moved by pointer, touch, keyboard or menu. */
export function Board({ board: latest, filter, loadMore, apply }: Properties) {
  const translate = useTranslate();
  const { can } = useAccess();
  const { pending, asked, move, ask, answer } = useMoves(apply);
  // New data must not move the cards below the pointer.
  const [held, setHeld] = useState<{ readonly board: BoardView; readonly deal: DealView | undefined }>();
  const { columns } = held?.board ?? latest;
  const shown = useMemo(() => withPending(columns, pending), [columns, pending]);
  const stages = useMemo(() => columns.map(({ stage }) => stage), [columns]);
  // Loaded before it is needed, so that a drop without a connection opens the dialog too.
  useEffect(() => void loadDialog().catch(() => undefined), []);
  const currencies = Math.max(1, ...columns.map(({ totals }) => totals.length));
  const isFixed = filter.asOf !== undefined || !can('deals', 'update');
  const dealAt = (id: string) => shown.flatMap(({ cards }) => cards).find((card) => card.id === id);
  const stageName = (id: string | undefined): string => stages.find((stage) => stage.id === id)?.name ?? '';

  const begin = (deal: DealView, stage: PipelineStageView) => {
    const kind = moveInto(deal, stage, stages);
    if (kind === 'move') void move(deal, stage.id);
    else if (kind) ask({ step: kind, deal, stage });
  };
  const onDragEnd = ({ draggableId, destination }: DropResult) => {
    const deal = dealAt(draggableId);
    const stage = stages.find(({ id }) => id === destination?.droppableId);
    setHeld(undefined);
    if (deal && stage) begin(deal, stage);
  };
  const announce = (
    key: string,
    { draggableId, destination }: { draggableId: string; destination?: { droppableId: string } | null },
  ) => translate(key, { title: dealAt(draggableId)?.title ?? '', stage: stageName(destination?.droppableId) });
  return (
    <DragDropContext
      {...(nonce && { nonce })}
      dragHandleUsageInstructions={translate('deals.drag_help')}
      onBeforeCapture={({ draggableId }) => setHeld({ board: latest, deal: dealAt(draggableId) })}
      onDragStart={(start: DragStart, { announce: say }) => say(announce('deals.drag_start', start))}
      onDragUpdate={(update: DragUpdate, { announce: say }) =>
        say(announce(update.destination ? 'deals.drag_over' : 'deals.drag_nowhere', update))
      }
      onDragEnd={(result, { announce: say }) => {
        say(announce(result.destination ? 'deals.drag_end' : 'deals.drag_cancelled', result));
        onDragEnd(result);
      }}
    >
      <Box
        tabIndex={0}
        role="region"
        aria-label={translate('deals.board')}
        sx={{
          overflow: 'auto',
          flex: 1,
          minHeight: 320,
          scrollSnapType: { xs: held ? 'none' : 'x proximity', sm: 'none' },
        }}
      >
        <Box sx={{ display: 'flex', gap: 1.25, minHeight: '100%' }}>
          {shown.map((column) => (
            <BoardColumn
              key={column.stage.id}
              column={column}
              currencies={currencies}
              isDropDisabled={
                held?.deal !== undefined &&
                column.stage.id !== held.deal.stageId &&
                moveInto(held.deal, column.stage, stages) === undefined
              }
              listPath={
                filter.asOf === undefined ? (currency) => columnPath(column.stage, filter, currency) : undefined
              }
              onMore={loadMore}
            >
              {column.cards.map((deal, index) => {
                const isPending = pending.some((one) => one.deal.id === deal.id);
                return (
                  <ErrorBoundary key={deal.id} title="">
                    <DealCard deal={deal} index={index} isFixed={isFixed} isPending={isPending}>
                      {!isFixed && (
                        <CardMenu
                          deal={deal}
                          stages={stages}
                          isBusy={isPending}
                          onMove={(one, stageId) => void move(one, stageId)}
                          onStep={(one, step: Step) => ask({ step, deal: one })}
                        />
                      )}
                    </DealCard>
                  </ErrorBoundary>
                );
              })}
            </BoardColumn>
          ))}
        </Box>
      </Box>
      <Suspense>
        {asked && <ClosingDialog step={asked.step} deal={asked.deal} stage={asked.stage} onDone={answer} />}
      </Suspense>
    </DragDropContext>
  );
}

/** Returns the list of the deals of a column, with the filter of the board. */
function columnPath({ id, kind }: PipelineStageView, { q, ownerId, priority }: BoardFilter, currency?: string): string {
  return dealListPath(
    [
      is('stageId', id),
      is('status', kind),
      ...(currency === undefined ? [] : [is('currency', currency)]),
      ...(ownerId ? [isOneOf('ownerId', ownerId)] : []),
      ...(priority ? [isOneOf('priority', priority)] : []),
    ],
    q,
  );
}
