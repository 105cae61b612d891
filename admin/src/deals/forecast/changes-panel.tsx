import type { DealChangeKind } from '@kontor/sdk';
import { Box, Button, MenuItem, Paper, Stack, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { kontor } from '../../api/kontor';
import { EmptyState, ErrorNote, Loading } from '../../ui/feedback';
import { useFormats } from '../../ui/profile';
import { useAddress } from '../address';
import { useMoney } from '../money';
import { ChangedDeals } from './changed-deals';

const DAY_MS = 86_400_000;
const SPANS = ['1', '7', '30', '90'];

/** What changed in a pipeline since some days ago, by kind. Each kind leads to its deals. */
export function ChangesPanel({ pipelineId }: { readonly pipelineId: string }) {
  const translate = useTranslate();
  const money = useMoney();
  const { number } = useFormats();
  const { parameters, set } = useAddress();
  const asked = parameters.get('since') ?? '';
  const days = SPANS.includes(asked) ? asked : '7';
  const owners = parameters.getAll('ownerId').join();
  const options = useMemo(() => {
    // Whole minutes, so that the same list is not read again and again.
    const since = new Date(Math.floor(Date.now() / 60_000) * 60_000 - Number(days) * DAY_MS).toISOString();
    return { since, ...(owners !== '' && { ownerId: owners.split(',') }) };
  }, [days, owners]);
  const { data, error, refetch } = useQuery({
    queryKey: ['deals', 'changes', pipelineId, options],
    queryFn: ({ signal }) => kontor.pipelines.getChangeSummary(pipelineId, { ...options, signal }),
  });
  const changes = data?.changes.filter(({ totals }) => totals.length > 0);
  const kind = changes?.find((one) => one.kind === parameters.get('kind'))?.kind;
  return (
    <Paper variant="outlined" component="section" aria-labelledby="changes-title" sx={{ p: { xs: 1, sm: 2 } }}>
      <Stack direction="row" useFlexGap spacing={1.5} sx={{ alignItems: 'center', flexWrap: 'wrap', mb: 1.5 }}>
        <Typography variant="h6" component="h2" id="changes-title">
          {translate('deals.changes')}
        </Typography>
        <TextField
          select
          label={translate('deals.since')}
          value={days}
          onChange={({ target }) => set({ since: target.value })}
          sx={{ width: 170 }}
        >
          {SPANS.map((one) => (
            <MenuItem key={one} value={one}>
              {translate('deals.days_ago', { smart_count: Number(one) })}
            </MenuItem>
          ))}
        </TextField>
      </Stack>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!changes && !error && <Loading />}
      {changes?.length === 0 && <EmptyState title={translate('deals.no_changes')} />}
      {changes && changes.length > 0 && (
        <Box
          sx={{
            display: 'grid',
            gap: 1,
            gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 176px), 1fr))',
            mb: 2,
          }}
        >
          {changes.map((change) => (
            <Button
              key={change.kind}
              variant="outlined"
              aria-pressed={change.kind === kind}
              data-kind={change.kind}
              onClick={() => set({ kind: change.kind === kind ? null : change.kind })}
              sx={{
                display: 'block',
                textAlign: 'start',
                p: 1.25,
                ...(change.kind === kind && { borderColor: 'primary.main', backgroundColor: 'action.selected' }),
              }}
            >
              <Typography variant="body2" component="span" color="textSecondary" sx={{ display: 'block' }}>
                {translate(`deals.kind_${change.kind}`)}
              </Typography>
              <Typography variant="h6" component="span">
                {number(change.totals.reduce((sum, { count }) => sum + count, 0))}
              </Typography>
              {change.totals.map(({ currency, value }) => (
                <Typography key={currency} variant="caption" component="span" sx={{ display: 'block' }}>
                  {money(value, currency)}
                </Typography>
              ))}
            </Button>
          ))}
        </Box>
      )}
      {kind && <ChangedDeals pipelineId={pipelineId} kind={kind as DealChangeKind} options={options} />}
    </Paper>
  );
}
