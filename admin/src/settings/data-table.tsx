import { Paper, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { EmptyState, ErrorBoundary, ErrorNote, Loading } from '../ui/feedback';

export interface Column<T> {
  readonly name: string;
  readonly label: string;
  readonly show: (item: T) => ReactNode;
  /** The column is left out on narrower windows. */
  readonly from?: 'sm' | 'md' | 'lg';
  readonly align?: 'right';
}
interface Properties<T> {
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly items: readonly T[] | undefined;
  readonly keyOf: (item: T) => string;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly empty: { readonly title: string; readonly text?: string; readonly action?: ReactNode };
  readonly footer?: ReactNode;
}

/** A table of the settings with its states: loading, failed, empty. One bad row does not blank the table. */
export function DataTable<T>({ label, columns, items, keyOf, error, onRetry, empty, footer }: Properties<T>) {
  const translate = useTranslate();
  if (error) return <ErrorNote error={error} onRetry={onRetry} />;
  if (!items) return <Loading />;
  if (items.length === 0)
    return (
      <Paper variant="outlined">
        <EmptyState title={empty.title} {...(empty.text && { text: empty.text })}>
          {empty.action}
        </EmptyState>
      </Paper>
    );
  const shown = ({ from }: Column<T>) => (from ? { display: { xs: 'none', [from]: 'table-cell' } } : {});
  return (
    <Paper variant="outlined" sx={{ minWidth: 0, overflow: 'hidden' }}>
      <TableContainer tabIndex={0} role="region" aria-label={label}>
        <Table size="small" aria-label={label}>
          <TableHead>
            <TableRow>
              {columns.map((column) => (
                <TableCell key={column.name} align={column.align} sx={shown(column)}>
                  {column.label}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {items.map((item) => (
              <TableRow key={keyOf(item)} hover sx={{ height: 44, '&:last-child td': { borderBottom: 0 } }}>
                {columns.map((column) => (
                  <TableCell
                    key={column.name}
                    align={column.align}
                    sx={{ maxWidth: { xs: 170, sm: 260 }, ...shown(column) }}
                  >
                    <ErrorBoundary title={translate('app.failed')}>{column.show(item)}</ErrorBoundary>
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {footer}
    </Paper>
  );
}
