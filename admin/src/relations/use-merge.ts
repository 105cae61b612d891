import { isKontorError } from '@kontor/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useAction } from '../data/use-action';
import type { MergeCalls } from './relations';

interface Options {
  readonly resource: string;
  readonly calls: MergeCalls;
  /** The record of the page, and the other records. */
  readonly ids: readonly [string, ...string[]];
  readonly onDone: () => void;
}

/** The choices of a merge with the preview of the server, and the merge itself. */
export function useMerge({ resource, calls, ids, onDone }: Options) {
  const notify = useNotify();
  const navigate = useNavigate();
  const [primaryId, setPrimaryId] = useState(ids[0]);
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const [error, setError] = useState<unknown>();
  const { isBusy, run } = useAction(['record', ids[0]], ['record', primaryId], [resource]);
  const duplicateIds = ids.filter((id) => id !== primaryId);

  const found = useQuery({
    queryKey: [resource, 'merge-records', ids],
    queryFn: async () => {
      const page = await calls.search?.({ filter: { field: 'id', op: 'in', value: ids }, limit: ids.length });
      return page?.data ?? [];
    },
  });
  const preview = useQuery({
    queryKey: [resource, 'merge-preview', primaryId, duplicateIds, fields],
    queryFn: () => calls.previewMerge(primaryId, { duplicateIds, fields }),
    placeholderData: (former) => former,
    gcTime: 0,
  });
  const records = found.data ?? [];
  const primary = records.find(({ id }) => id === primaryId);
  const merge = async () => {
    if (!primary) return;
    setError(undefined);
    const done = await run(
      async () => {
        const answer = await calls.merge(primaryId, { duplicateIds, fields }, { ifMatch: primary });
        if (primaryId !== ids[0]) void navigate(`/${resource}/${primaryId}/duplicates`, { replace: true });
        return answer;
      },
      (failure) => {
        setError(failure);
        // Somebody changed a record: the comparison must be read again before the next attempt.
        if (isKontorError(failure, 'stale-version')) void found.refetch().then(() => preview.refetch());
      },
    );
    if (!done) return;
    notify('merges.done', { type: 'success' });
    onDone();
  };
  return {
    records,
    primaryId,
    fields,
    duplicateIds,
    preview: preview.data,
    isBusy,
    isReading: preview.isFetching || found.isFetching,
    isReady: primary !== undefined && preview.data !== undefined && !preview.isFetching && !preview.isError,
    error: error ?? found.error ?? preview.error ?? undefined,
    choosePrimary: (id: string) => {
      setPrimaryId(id);
      setFields({});
    },
    chooseValue: (field: string, id: string) => setFields((before) => ({ ...before, [field]: id })),
    merge,
  };
}
