import ForecastIcon from '@mui/icons-material/TrendingUpOutlined';
import HistoryIcon from '@mui/icons-material/HistoryOutlined';
import { Box, Button, MenuItem, Paper, Stack, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { kontor } from '../../api/kontor';
import { EmptyState, ErrorBoundary, ErrorNote, Loading } from '../../ui/feedback';
import { useFormats } from '../../ui/profile';
import { useAddress, useAsOf } from '../address';
import { AsOfBar } from '../as-of-bar';
import { is, isOneOf } from '../deal-list-path';
import { OwnerFilter } from '../owner-filter';
import { PipelineSelect, usePipeline } from '../pipeline-select';
import { ChangesPanel } from './changes-panel';
import { currenciesOf, rowsOf } from './forecast-figures';
import { ForecastTable } from './forecast-table';

const ForecastChart = lazy(() => import('./forecast-chart'));
const LENGTHS = [6, 12, 24];
const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;

/** The forecast of a pipeline by month, and what changed. The address bar holds the choice. */
export function Screen() {
  const translate = useTranslate();
  const { pipelines, pipeline, error, isPending, refetch } = usePipeline();
  const { day } = useAsOf();
  const [isPastOpen, setPastOpen] = useState(day !== undefined);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  if (!pipeline)
    return (
      <EmptyState icon={<ForecastIcon />} title={translate('deals.no_pipeline')}>
        <Button variant="outlined" component={Link} to="/forecast">
          {translate('deals.default_pipeline')}
        </Button>
      </EmptyState>
    );
  return (
    <Stack spacing={1.5}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="h5" component="h1" sx={{ mr: 1 }}>
          {translate('deals.forecast')}
        </Typography>
        <PipelineSelect pipelines={pipelines} pipeline={pipeline} path="/forecast" />
        <OwnerFilter />
        <MonthsFilter />
        <Button
          variant="outlined"
          startIcon={<HistoryIcon />}
          aria-expanded={isPastOpen}
          onClick={() => setPastOpen(true)}
        >
          {translate('deals.as_of')}
        </Button>
      </Stack>
      {isPastOpen && <AsOfBar onClose={() => setPastOpen(false)} />}
      <ForecastContent pipelineId={pipeline.id} />
      <ErrorBoundary title={translate('app.failed')}>
        <ChangesPanel pipelineId={pipeline.id} />
      </ErrorBoundary>
    </Stack>
  );
}

function useMonths() {
  const { parameters } = useAddress();
  const from = parameters.get('from') ?? '';
  const months = Number(parameters.get('months') ?? 12);
  return {
    from: MONTH.test(from) ? from : new Date().toISOString().slice(0, 7),
    months: LENGTHS.includes(months) ? months : 12,
  };
}

function MonthsFilter() {
  const translate = useTranslate();
  const { set } = useAddress();
  const { from, months } = useMonths();
  return (
    <>
      <TextField
        type="month"
        label={translate('deals.from')}
        value={from}
        onChange={({ target }) => set({ from: target.value })}
        slotProps={{ inputLabel: { shrink: true } }}
        sx={{ width: { xs: '48%', sm: 170 } }}
      />
      <TextField
        select
        label={translate('deals.length')}
        value={months}
        onChange={({ target }) => set({ months: target.value })}
        sx={{ width: { xs: '48%', sm: 130 } }}
      >
        {LENGTHS.map((one) => (
          <MenuItem key={one} value={one}>
            {translate('deals.months', { smart_count: one })}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}

function ForecastContent({ pipelineId }: { readonly pipelineId: string }) {
  const translate = useTranslate();
  const { locale } = useFormats();
  const { parameters, set } = useAddress();
  const { asOf } = useAsOf();
  const { from, months } = useMonths();
  const ownerId = parameters.getAll('ownerId');
  const options = { from, months, ...(asOf && { asOf }), ...(ownerId.length > 0 && { ownerId }) };
  const { data, error, refetch } = useQuery({
    queryKey: ['deals', 'forecast', pipelineId, options],
    queryFn: ({ signal }) => kontor.pipelines.getForecast(pipelineId, { ...options, signal }),
    placeholderData: (former) => (former?.pipelineId === pipelineId ? former : undefined),
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const currencies = currenciesOf(data);
  const [first] = currencies;
  if (first === undefined)
    return (
      <Paper variant="outlined">
        <EmptyState
          icon={<ForecastIcon />}
          title={translate('deals.no_forecast')}
          text={translate('deals.no_forecast_text')}
        />
      </Paper>
    );
  const asked = parameters.get('currency') ?? '';
  const currency = currencies.includes(asked) ? asked : first;
  const rows = rowsOf(data, currency);
  const monthFormat = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const monthLabel = (bucket: string): string =>
    /^\d/.test(bucket) ? monthFormat.format(new Date(`${bucket}-01T00:00:00Z`)) : translate(`deals.${bucket}`);
  const conditions = [is('pipelineId', pipelineId), ...(ownerId.length > 0 ? [isOneOf('ownerId', ownerId)] : [])];
  return (
    <Paper variant="outlined" sx={{ p: { xs: 1, sm: 2 } }}>
      {currencies.length > 1 && (
        <TextField
          select
          label={translate('deals.currency')}
          value={currency}
          onChange={({ target }) => set({ currency: target.value })}
          sx={{ width: 120, mb: 1.5 }}
        >
          {currencies.map((one) => (
            <MenuItem key={one} value={one}>
              {one}
            </MenuItem>
          ))}
        </TextField>
      )}
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', xl: 'minmax(0, 1fr) minmax(0, 1fr)' },
        }}
      >
        <ErrorBoundary title={translate('app.failed')}>
          <Suspense fallback={<Loading />}>
            <ForecastChart rows={rows} currency={currency} monthLabel={monthLabel} />
          </Suspense>
        </ErrorBoundary>
        <ForecastTable
          rows={rows}
          currency={currency}
          monthLabel={monthLabel}
          firstMonth={from}
          conditions={asOf === undefined ? conditions : undefined}
        />
      </Box>
    </Paper>
  );
}
