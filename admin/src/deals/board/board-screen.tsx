import type { DealView } from '@kontor/sdk';
import BoardIcon from '@mui/icons-material/ViewKanbanOutlined';
import { Box, Button, Stack, Typography } from '@mui/material';
import { useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAccess } from '../../api/access';
import { useRecordType } from '../../metadata/record-type';
import { EmptyState, ErrorNote, Loading } from '../../ui/feedback';
import { useAddress, useAsOf } from '../address';
import { AsOfBar } from '../as-of-bar';
import { PipelineSelect, usePipeline } from '../pipeline-select';
import { Board } from './board';
import { BoardFilters } from './board-toolbar';
import { useBoard, type BoardFilter } from './use-board';

/** The board of a pipeline. The address bar holds pipeline, filter and time. */
export function Screen() {
  const translate = useTranslate();
  const { can } = useAccess();
  const { pipelines, pipeline, error, isPending, refetch } = usePipeline();
  const { isLoaded } = useRecordType('deals');
  const { day } = useAsOf();
  const [isPastOpen, setPastOpen] = useState(day !== undefined);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (isPending || !isLoaded) return <Loading />;
  if (!pipeline)
    return (
      <EmptyState icon={<BoardIcon />} title={translate('deals.no_pipeline')}>
        <Button variant="outlined" component={Link} to="/board">
          {translate('deals.default_pipeline')}
        </Button>
      </EmptyState>
    );
  return (
    <Stack spacing={1.25} sx={{ height: { xs: 'auto', md: 'calc(100dvh - 92px)' }, minHeight: 0 }}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="h5" component="h1" sx={{ mr: 1 }}>
          {translate('deals.board')}
        </Typography>
        <PipelineSelect pipelines={pipelines} pipeline={pipeline} path="/board" />
        <BoardFilters isPastOpen={isPastOpen} onPast={() => setPastOpen(true)} />
        <Box sx={{ flex: 1 }} />
        {can('deals', 'create') && pipeline.isActive && (
          <Button variant="contained" component={Link} to={`/deals/create?pipelineId=${pipeline.id}`}>
            {translate('records.deals.create')}
          </Button>
        )}
      </Stack>
      {isPastOpen && <AsOfBar onClose={() => setPastOpen(false)} />}
      <BoardContent key={pipeline.id} pipelineId={pipeline.id} />
    </Stack>
  );
}

/** Returns the filter of the address bar. Values that the server does not know are left out. */
function useBoardFilter(): BoardFilter {
  const { parameters } = useAddress();
  const { field } = useRecordType('deals');
  const { asOf } = useAsOf();
  const known = field('priority')?.values;
  return useMemo(() => {
    const q = parameters.get('q')?.trim() ?? '';
    const ownerId = parameters.getAll('ownerId');
    const priority = parameters.getAll('priority').filter((one) => known?.includes(one)) as DealView['priority'][];
    return {
      ...(q !== '' && { q }),
      ...(ownerId.length > 0 && { ownerId }),
      ...(priority.length > 0 && { priority }),
      ...(asOf !== undefined && { asOf }),
    };
  }, [parameters, known, asOf]);
}

function BoardContent({ pipelineId }: { readonly pipelineId: string }) {
  const translate = useTranslate();
  const { set } = useAddress();
  const filter = useBoardFilter();
  const { board, error, refetch, loadMore, apply } = useBoard(pipelineId, filter);
  if (!board) return error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <Loading />;
  const isEmpty = board.columns.every(({ count }) => count.count === 0);
  const { asOf: _, ...conditions } = filter;
  return (
    <>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {isEmpty && Object.keys(conditions).length > 0 && (
        <EmptyState icon={<BoardIcon />} title={translate('list.no_match')} text={translate('list.no_match_text')}>
          <Button variant="outlined" onClick={() => set({ q: null, ownerId: null, priority: null })}>
            {translate('list.clear_filters')}
          </Button>
        </EmptyState>
      )}
      <Board board={board} filter={filter} loadMore={loadMore} apply={apply} />
    </>
  );
}
