import { Button, Stack, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { RecordPage, Total } from '../data/calls';
import { readPage } from '../data/page-cursors';
import { useFormats } from '../ui/profile';
import { DataTable, type Column } from './data-table';
import { PageTurner } from './page-turner';

const SIZE = 25;

interface Page<T> {
  readonly data: T[];
  readonly pageInfo: { readonly nextCursor: string | null };
  readonly total?: Total | undefined;
}
interface Properties<T> {
  readonly label: string;
  /** Begins with the resource, so that a change of the resource reads the table again. */
  readonly queryKey: readonly unknown[];
  /** The filter, as parameters of the API. */
  readonly asked?: object;
  readonly read: (options: never) => PromiseLike<Page<T>>;
  readonly columns: readonly Column<T>[];
  readonly keyOf: (item: T) => string;
  readonly empty: { readonly title: string; readonly text?: string; readonly action?: ReactNode };
  /** Reads the page again while it is shown. */
  readonly refetchMs?: number | undefined;
}

/** A table with pages and the number of all rows. The number of the page is in the address bar. */
export function PagedTable<T>({ label, queryKey, asked = {}, read, columns, keyOf, empty, refetchMs }: Properties<T>) {
  const translate = useTranslate();
  const [address, setAddress] = useSearchParams();
  const page = Math.max(1, Number(address.get('page')) || 1);
  const isFiltered = Object.keys(asked).length > 0;
  const { data, error, refetch } = useQuery<RecordPage>({
    queryKey: [...queryKey, asked, page],
    placeholderData: keepPreviousData,
    ...(refetchMs !== undefined && { refetchInterval: refetchMs }),
    queryFn: ({ signal }) =>
      readPage(JSON.stringify([...queryKey, asked]), page, (cursor) => {
        const options = { ...asked, limit: SIZE, count: 'exact', signal, ...(cursor && { cursor }) };
        return read(options as never) as unknown as PromiseLike<RecordPage>;
      }),
  });
  const turn = (to: number) =>
    setAddress((before) => {
      before.set('page', String(to));
      return before;
    });
  const clear = () =>
    setAddress((before) => {
      const tab = before.get('tab');
      return new URLSearchParams(tab === null ? {} : { tab });
    });
  return (
    <DataTable<T>
      label={label}
      columns={columns}
      items={data?.data as unknown as T[] | undefined}
      keyOf={keyOf}
      error={error}
      onRetry={() => void refetch()}
      empty={
        isFiltered
          ? {
              title: translate('operations.no_match'),
              text: translate('operations.no_match_text'),
              action: (
                <Button variant="outlined" onClick={clear}>
                  {translate('list.clear_filters')}
                </Button>
              ),
            }
          : empty
      }
      footer={
        data && (
          <Stack direction="row" sx={{ alignItems: 'center', px: 1.5, py: 0.75, minHeight: 42 }}>
            <Count total={data.total} shown={data.data.length} />
            <PageTurner page={page} hasMore={data.pageInfo.nextCursor !== null} onTurn={turn} />
          </Stack>
        )
      }
    />
  );
}

function Count({ total, shown }: { readonly total: Total | undefined; readonly shown: number }) {
  const translate = useTranslate();
  const { number } = useFormats();
  const count = total?.count ?? shown;
  return (
    <Typography variant="body2" color="textSecondary" role="status" sx={{ flex: 1 }}>
      {translate(total?.kind === 'atLeast' ? 'operations.rows_at_least' : 'operations.rows', {
        smart_count: count,
        count: number(count),
      })}
    </Typography>
  );
}
