import { Link, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { FilterNode } from '../../data/filters';
import { Muted } from '../../ui/text';
import { dealListPath, is } from '../deal-list-path';
import { useMoney } from '../money';
import { dealsOf, FIGURES, isZero, ZERO, type Figure, type ForecastRow } from './forecast-figures';

interface Properties {
  readonly rows: readonly ForecastRow[];
  readonly currency: string;
  readonly monthLabel: (bucket: string) => string;
  readonly firstMonth: string;
  /** Conditions of the screen: pipeline and owner. Undefined in the past, because lists show the present. */
  readonly conditions: readonly FilterNode[] | undefined;
  readonly figures?: readonly Figure[];
}

/** The figures of the chart. Each figure leads to the list of its deals. */
export function ForecastTable({ rows, currency, monthLabel, firstMonth, conditions, figures = FIGURES }: Properties) {
  const translate = useTranslate();
  const money = useMoney();
  const figure = ({ bucket, total }: ForecastRow, name: Figure) => {
    const value = total?.[name] ?? ZERO;
    if (isZero(value)) return <Muted>—</Muted>;
    if (!conditions) return money(value, currency);
    const path = dealListPath([...conditions, is('currency', currency), dealsOf(name, bucket, firstMonth)]);
    return (
      <Link component={RouterLink} to={path} color={name === 'expectedValue' ? 'primary' : 'inherit'}>
        {money(value, currency)}
      </Link>
    );
  };
  return (
    <TableContainer tabIndex={0} role="region" aria-label={translate('deals.forecast_table')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('deals.month')}</TableCell>
            {figures.map((name) => (
              <TableCell key={name} align="right" title={translate(`deals.fig_${name}_help`)}>
                {translate(`deals.fig_${name}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.bucket} hover>
              <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
                {monthLabel(row.bucket)}
              </TableCell>
              {figures.map((name) => (
                <TableCell
                  key={name}
                  align="right"
                  data-figure={`${row.bucket} ${name}`}
                  sx={{
                    whiteSpace: 'nowrap',
                    fontVariantNumeric: 'tabular-nums',
                    fontWeight: name === 'expectedValue' ? 600 : 400,
                  }}
                >
                  {figure(row, name)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
