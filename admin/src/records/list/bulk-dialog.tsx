import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  LinearProgress,
  Stack,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { callsOf, type RecordData, type RecordPage } from '../../data/calls';
import { batchesOf, BATCH } from '../../data/data-provider';
import { searchBodyOf, type ListFilter } from '../../data/filters';
import { ReferenceInput } from '../../fields/reference-input';
import { ErrorNote } from '../../ui/feedback';
import { UserText } from '../../ui/text';
import { titleOf, type RecordScreens } from '../record-screens';
import type { BulkAction } from './bulk-bar';

interface Properties {
  readonly screens: RecordScreens;
  readonly action: BulkAction;
  /** All records of the filter instead of the selected records. */
  readonly areAll: boolean;
  readonly onClose: () => void;
}
interface Failure {
  readonly record: RecordData;
  readonly detail: string;
}

/** Reads all records of a filter, page by page. */
async function readAll(resource: string, filter: ListFilter): Promise<RecordData[]> {
  const { search } = callsOf(resource);
  const found: RecordData[] = [];
  let cursor: string | null | undefined;
  do {
    const page: RecordPage | undefined = await search?.({
      ...searchBodyOf(filter),
      ...(filter.deleted && { deleted: true }),
      limit: BATCH,
      ...(cursor && { cursor }),
    });
    found.push(...(page?.data ?? []));
    cursor = page?.pageInfo.nextCursor;
  } while (cursor);
  return found;
}

/** Reads the selected records as they are now. */
async function readSelected(resource: string, ids: readonly string[], deleted = false): Promise<RecordData[]> {
  const byId = (batch: readonly string[]): ListFilter => ({ fixed: { field: 'id', op: 'in', value: batch }, deleted });
  return (await Promise.all(batchesOf(ids).map((batch) => readAll(resource, byId(batch))))).flat();
}

/** Names the count again, then runs the action in batches. Refused records are listed with their reasons. */
export function BulkDialog({ screens, action, areAll, onClose }: Properties) {
  const translate = useTranslate();
  const { resource } = screens;
  const { selectedIds, filterValues, refetch, onSelect, onUnselectItems } = useListContext();
  const filter = filterValues as ListFilter;
  const [ownerId, setOwnerId] = useState<string | null>(null);
  const [done, setDone] = useState<number>();
  const [failures, setFailures] = useState<readonly Failure[]>();
  const [error, setError] = useState<unknown>();
  const targets = useQuery({
    queryKey: [resource, 'bulk', areAll, selectedIds, searchBodyOf(filter)],
    gcTime: 0,
    queryFn: () =>
      areAll ? readAll(resource, filter) : readSelected(resource, selectedIds.map(String), filter.deleted),
  });
  const records = targets.data ?? [];
  const isBusy = done !== undefined && failures === undefined && error === undefined;

  const operationFor = ({ id }: RecordData) =>
    action === 'assign' ? { assign: { id, ownerId } } : { [action]: { id } };
  const run = async () => {
    setDone(0);
    setError(undefined);
    const refused: Failure[] = [];
    try {
      for (const batch of batchesOf(records)) {
        const answer = await callsOf(resource).bulk?.({ operations: batch.map(operationFor), atomic: false });
        answer?.results.forEach(({ problem }, at) => {
          const record = batch[at];
          if (problem && record) refused.push({ record, detail: problem.detail });
        });
        setDone((count = 0) => count + batch.length);
      }
      setFailures(refused);
      if (refused.length === 0) {
        onUnselectItems();
        onClose();
      } else onSelect(refused.map(({ record }) => record.id));
    } catch (failure) {
      setError(failure);
    }
    await refetch();
  };
  return (
    <Dialog open onClose={isBusy ? undefined : onClose} maxWidth="xs" fullWidth aria-labelledby="bulk-title">
      <DialogTitle id="bulk-title">{translate(`bulk.${action}_title`)}</DialogTitle>
      <DialogContent>
        {targets.isPending && <LinearProgress aria-label={translate('app.loading')} />}
        {(targets.error ?? error) !== undefined && (targets.error ?? error) !== null && (
          <ErrorNote error={targets.error ?? error} />
        )}
        {targets.data && failures === undefined && (
          <Stack spacing={2}>
            <DialogContentText>{translate(`bulk.${action}_text`, { smart_count: records.length })}</DialogContentText>
            {action === 'assign' && (
              <ReferenceInput
                id="bulk-owner"
                name="ownerId"
                label={translate('fields.common.ownerId')}
                value={ownerId}
                onChange={setOwnerId}
                error={false}
              />
            )}
          </Stack>
        )}
        {isBusy && <LinearProgress variant="determinate" value={(100 * (done ?? 0)) / Math.max(1, records.length)} />}
        {failures && failures.length > 0 && (
          <Alert severity="error">
            {translate('bulk.refused', { smart_count: failures.length })}
            {failures.slice(0, 20).map(({ record, detail }) => (
              <div key={record.id}>
                <UserText>{titleOf(screens, record)}</UserText>
                {detail}
              </div>
            ))}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={isBusy}>
          {translate(failures ? 'app.close' : 'app.cancel')}
        </Button>
        {failures === undefined && (
          <Button
            variant="contained"
            color={action === 'remove' ? 'error' : 'primary'}
            loading={isBusy}
            disabled={records.length === 0 || (action === 'assign' && ownerId === null)}
            onClick={() => void run()}
          >
            {translate(`bulk.${action}_button`, { smart_count: records.length })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
