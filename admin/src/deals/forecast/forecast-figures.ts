import type { ForecastTotal, ForecastView } from '@kontor/sdk';
import type { FilterNode } from '../../data/filters';
import { is } from '../deal-list-path';

/** Figures of a forecast row, in the order of the columns. */
export const FIGURES = ['wonValue', 'openValue', 'weightedValue', 'expectedValue', 'bestCase', 'lostValue'] as const;
export type Figure = (typeof FIGURES)[number];

/** A month, or the open deals of a time before the first month or without a date. */
export interface ForecastRow {
  readonly bucket: string;
  readonly total: ForecastTotal | undefined;
}

/** Returns the currencies of a forecast; the currency with the most deals comes first. */
export function currenciesOf({ months, overdue, undated }: ForecastView): readonly string[] {
  const counts = new Map<string, number>();
  for (const { currency, openCount, wonCount } of [...months.flatMap(({ totals }) => totals), ...overdue, ...undated])
    counts.set(currency, (counts.get(currency) ?? 0) + openCount + wonCount);
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([currency]) => currency);
}

const inCurrency = (totals: readonly ForecastTotal[], currency: string): ForecastTotal | undefined =>
  totals.find((one) => one.currency === currency);

export const rowsOf = ({ months, overdue, undated }: ForecastView, currency: string): readonly ForecastRow[] => [
  { bucket: 'overdue', total: inCurrency(overdue, currency) },
  ...months.map(({ month, totals }) => ({ bucket: month, total: inCurrency(totals, currency) })),
  { bucket: 'undated', total: inCurrency(undated, currency) },
];

/** Returns the first day of the month after a month. */
const nextMonth = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
};

function openIn(bucket: string, first: string): FilterNode {
  const field = 'expectedCloseDate';
  const dates: FilterNode[] =
    bucket === 'undated'
      ? [{ field, op: 'isNull', value: true }]
      : bucket === 'overdue'
        ? [{ field, op: 'lt', value: `${first}-01` }]
        : [
            { field, op: 'gte', value: `${bucket}-01` },
            { field, op: 'lt', value: nextMonth(bucket) },
          ];
  return { and: [is('status', 'open'), ...dates] };
}

/** The months of a forecast are months in UTC. */
const closedIn = (bucket: string, status: 'won' | 'lost'): FilterNode => ({
  and: [
    is('status', status),
    { field: 'closedAt', op: 'gte', value: `${bucket}-01T00:00:00.000Z` },
    { field: 'closedAt', op: 'lt', value: `${nextMonth(bucket)}T00:00:00.000Z` },
  ],
});

/** Returns the condition of the deals that a figure adds up. */
export function dealsOf(figure: Figure, bucket: string, first: string): FilterNode {
  const isMonth = bucket !== 'overdue' && bucket !== 'undated';
  switch (figure) {
    case 'openValue':
    case 'weightedValue':
      return openIn(bucket, first);
    case 'wonValue':
      return closedIn(bucket, 'won');
    case 'lostValue':
      return closedIn(bucket, 'lost');
    default:
      return isMonth ? { or: [openIn(bucket, first), closedIn(bucket, 'won')] } : openIn(bucket, first);
  }
}

export const ZERO = '0.00';
export const isZero = (value: string): boolean => /^-?0+(\.0+)?$/.test(value);
