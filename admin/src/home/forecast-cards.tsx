import type { ForecastView, PipelineView } from '@kontor/sdk';
import { Link, Stack, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { kontor } from '../api/kontor';
import { dealListPath, is } from '../deals/deal-list-path';
import { currenciesOf, dealsOf, rowsOf, ZERO } from '../deals/forecast/forecast-figures';
import { ForecastTable } from '../deals/forecast/forecast-table';
import { useMoney } from '../deals/money';
import { ErrorBoundary, ErrorNote, Loading } from '../ui/feedback';
import { useFormats } from '../ui/profile';
import { Muted } from '../ui/text';
import { Card } from './card';

const ForecastChart = lazy(() => import('../deals/forecast/forecast-chart'));
const MONTHS = 7;
const SHOWN = ['wonValue', 'weightedValue', 'expectedValue'] as const;
const CLOSED = ['won', 'lost'] as const;

/** Returns a month in UTC, like the months of a forecast. */
function monthAt(offset: number): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1)).toISOString().slice(0, 7);
}

/** One forecast that starts with the last month: won and lost, and the coming months. */
function useForecast(pipelineId: string) {
  const from = monthAt(-1);
  return useQuery({
    queryKey: ['deals', 'forecast', pipelineId, 'home', from],
    queryFn: ({ signal }) => kontor.pipelines.getForecast(pipelineId, { from, months: MONTHS, signal }),
  });
}

function useMonthLabel(): (bucket: string) => string {
  const translate = useTranslate();
  const { locale } = useFormats();
  const format = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return (bucket) =>
    /^\d/.test(bucket) ? format.format(new Date(`${bucket}-01T00:00:00Z`)) : translate(`deals.${bucket}`);
}

/** Won and lost deals of this month beside those of the last month. */
export function ClosedCard({ pipeline }: { readonly pipeline: PipelineView }) {
  const translate = useTranslate();
  const { data, error, refetch } = useForecast(pipeline.id);
  const conditions = [is('pipelineId', pipeline.id)];
  return (
    <Card title={translate('home.closed')} to={dealListPath([...conditions, dealsOf('wonValue', monthAt(0), '')])}>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data && <ClosedTable forecast={data} pipelineId={pipeline.id} />}
    </Card>
  );
}

function ClosedTable({ forecast, pipelineId }: { readonly forecast: ForecastView; readonly pipelineId: string }) {
  const translate = useTranslate();
  const money = useMoney();
  const monthLabel = useMonthLabel();
  const months = [monthAt(0), monthAt(-1)];
  const [first] = currenciesOf(forecast);
  const totalOf = (month: string) => forecast.months.find((one) => one.month === month)?.totals ?? [];
  const figure = (month: string, status: (typeof CLOSED)[number]) => {
    const path = dealListPath([is('pipelineId', pipelineId), dealsOf(`${status}Value`, month, '')]);
    const totals = totalOf(month).filter((total) => total[`${status}Count`] > 0);
    const count = totals.reduce((sum, total) => sum + total[`${status}Count`], 0);
    return (
      <>
        <Link component={RouterLink} to={path} color="inherit" data-figure={`${status} ${month}`}>
          {translate('home.deals', { smart_count: count, count })}
        </Link>
        <Stack sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {totals.map((total) => (
            <span key={total.currency}>{money(total[`${status}Value`], total.currency)}</span>
          ))}
          {totals.length === 0 && <Muted>{first ? money(ZERO, first) : '—'}</Muted>}
        </Stack>
      </>
    );
  };
  return (
    <Table size="small" aria-label={translate('home.closed')}>
      <TableHead>
        <TableRow>
          <TableCell />
          {months.map((month) => (
            <TableCell key={month} align="right">
              {monthLabel(month)}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {CLOSED.map((status) => (
          <TableRow key={status}>
            <TableCell component="th" scope="row">
              {translate(`home.${status}`)}
            </TableCell>
            {months.map((month) => (
              <TableCell key={month} align="right" sx={{ verticalAlign: 'top' }}>
                {figure(month, status)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** The forecast from this month on, in the most frequent currency. */
export function ForecastCard({ pipeline }: { readonly pipeline: PipelineView }) {
  const translate = useTranslate();
  const monthLabel = useMonthLabel();
  const { data, error, refetch } = useForecast(pipeline.id);
  const [currency] = data ? currenciesOf(data) : [];
  const from = monthAt(0);
  const rows =
    data && currency ? rowsOf(data, currency).filter(({ bucket }) => bucket >= from && /^\d/.test(bucket)) : [];
  return (
    <Card title={translate('home.forecast')} to={`/forecast/${pipeline.id}`}>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data && currency === undefined && <Muted>{translate('deals.no_forecast_text')}</Muted>}
      {currency !== undefined && (
        <Stack spacing={1}>
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
            conditions={[is('pipelineId', pipeline.id)]}
            figures={SHOWN}
          />
        </Stack>
      )}
    </Card>
  );
}
