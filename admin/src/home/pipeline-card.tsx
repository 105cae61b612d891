import type { BoardColumnView, PipelineView } from '@kontor/sdk';
import { Box, Link, Stack } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { kontor } from '../api/kontor';
import { dealListPath, is } from '../deals/deal-list-path';
import { useMoney } from '../deals/money';
import { totalText } from '../records/list/totals';
import { ErrorNote, Loading } from '../ui/feedback';
import { Muted, UserText } from '../ui/text';
import { Card } from './card';

/** The open deals of a pipeline by stage. */
export function PipelineCard({ pipeline }: { readonly pipeline: PipelineView }) {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['deals', 'stages', pipeline.id],
    queryFn: ({ signal }) => kontor.pipelines.getBoard(pipeline.id, { limit: 1, signal }),
  });
  const columns = (data?.columns ?? []).filter(({ stage }) => stage.kind === 'open');
  const most = Math.max(1, ...columns.map(({ count }) => count.count));
  return (
    <Card title={translate('home.pipeline')} to={`/board/${pipeline.id}`}>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data && columns.every(({ count }) => count.count === 0) && <Muted>{translate('home.no_deals')}</Muted>}
      <Stack component="ul" spacing={1} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {columns.map((column) => (
          <StageBar key={column.stage.id} column={column} pipelineId={pipeline.id} most={most} />
        ))}
      </Stack>
    </Card>
  );
}

interface StageProperties {
  readonly column: BoardColumnView;
  readonly pipelineId: string;
  /** Number of deals in the largest stage. */
  readonly most: number;
}

function StageBar({ column: { stage, count, totals }, pipelineId, most }: StageProperties) {
  const translate = useTranslate();
  const money = useMoney();
  const path = dealListPath([is('pipelineId', pipelineId), is('stageId', stage.id), is('status', 'open')]);
  const [first, ...others] = totals.toSorted((one, other) => other.count - one.count);
  return (
    <Box component="li">
      <Stack direction="row" spacing={1} sx={{ fontSize: '0.8125rem', justifyContent: 'space-between' }}>
        <Box sx={{ minWidth: 0, flex: 1 }}>
          <UserText>{stage.name}</UserText>
        </Box>
        <Link component={RouterLink} to={path} color="inherit" data-figure={`stage ${stage.name}`}>
          {translate('home.deals', { smart_count: count.count, count: totalText(count, translate) })}
        </Link>
        <Box sx={{ minWidth: 96, textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
          {first && money(first.value, first.currency)}
          {others.map(({ currency, value }) => (
            <Box key={currency} sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>
              {money(value, currency)}
            </Box>
          ))}
        </Box>
      </Stack>
      <Box sx={{ height: 6, borderRadius: 3, backgroundColor: 'action.hover', mt: 0.5 }} aria-hidden>
        <Box
          sx={{ height: 6, borderRadius: 3, backgroundColor: 'primary.main', width: `${(count.count / most) * 100}%` }}
        />
      </Box>
    </Box>
  );
}
