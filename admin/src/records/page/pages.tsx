import { Button } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { EmptyState, ErrorBoundary, ErrorNote, Loading } from '../../ui/feedback';
import { Muted } from '../../ui/text';

interface Page {
  readonly data: unknown[];
  readonly pageInfo: { readonly nextCursor: string | null };
}
interface Properties<T> {
  readonly queryKey: readonly unknown[];
  readonly read: (options: Record<string, unknown>) => Promise<Page>;
  readonly keyOf: (item: T) => string;
  readonly children: (item: T) => ReactNode;
  readonly empty: { readonly title: string; readonly text?: string; readonly isSmall?: boolean };
  /** Label of the button for the next page. */
  readonly more?: string;
}

const SIZE = 25;

/** A list that grows by pages with a button. One bad row does not blank the list. */
export function Pages<T>({ queryKey, read, keyOf, children, empty, more }: Properties<T>) {
  const translate = useTranslate();
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => read({ limit: SIZE, signal, ...(pageParam && { cursor: pageParam }) }),
    getNextPageParam: (page: Page) => page.pageInfo.nextCursor ?? undefined,
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  const items = data.pages.flatMap((page) => page.data as T[]);
  if (items.length === 0) return empty.isSmall ? <Muted>{empty.title}</Muted> : <EmptyState {...empty} />;
  return (
    <>
      {items.map((item) => (
        <ErrorBoundary key={keyOf(item)} title="">
          {children(item)}
        </ErrorBoundary>
      ))}
      {hasNextPage && (
        <Button fullWidth loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {more ?? translate('record.older')}
        </Button>
      )}
    </>
  );
}
