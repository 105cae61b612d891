import { isKontorError } from '@kontor/sdk';
import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  LinearProgress,
  MenuItem,
  Stack,
  TextField,
  useMediaQuery,
  type Theme,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import type { RecordData } from '../data/calls';
import { useAction } from '../data/use-action';
import { titleOf, type RecordComponentProperties } from '../records/record-screens';
import { ErrorNote } from '../ui/feedback';
import { Muted } from '../ui/text';
import { MergeFields } from './merge-fields';
import { useMovesText } from './merge-moves';
import type { MergeCalls } from './relations';

interface Properties extends RecordComponentProperties {
  readonly calls: MergeCalls;
  readonly otherIds: readonly string[];
  readonly onClose: () => void;
  readonly onMerged: () => void;
}

/** Compares records, lets the person choose which record and which values remain, and merges. */
export function MergeDialog({ screens, calls, record, otherIds, onClose, onMerged }: Properties) {
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const { resource } = screens;
  const ids = [record.id, ...otherIds];
  const [primaryId, setPrimaryId] = useState(record.id);
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const [error, setError] = useState<unknown>();
  const { isBusy, run } = useAction(['record', record.id], ['record', primaryId], [resource]);
  const duplicateIds = ids.filter((id) => id !== primaryId);
  const movesText = useMovesText();

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
  const nameOf = (id: string): string => {
    const one = records.find((each) => each.id === id);
    return one ? titleOf(screens, one) : '…';
  };
  const merge = async (base: RecordData) => {
    setError(undefined);
    const done = await run(
      async () => {
        const answer = await calls.merge(primaryId, { duplicateIds, fields }, { ifMatch: base });
        if (primaryId !== record.id) void navigate(`/${resource}/${primaryId}/duplicates`, { replace: true });
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
    onMerged();
    onClose();
  };
  const moved = preview.data && movesText(preview.data.moves);
  const failure = error ?? found.error ?? preview.error;
  return (
    <Dialog
      open
      fullWidth
      fullScreen={isPhone}
      maxWidth="md"
      onClose={isBusy ? undefined : onClose}
      aria-labelledby="merge-title"
    >
      <DialogTitle id="merge-title">{translate('merges.dialog_title', { smart_count: ids.length })}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          <div role="status">{failure !== undefined && failure !== null && <ErrorNote error={failure} />}</div>
          <TextField
            select
            label={translate('merges.primary')}
            helperText={translate('merges.primary_help')}
            value={records.length === 0 ? '' : primaryId}
            onChange={({ target }) => {
              setPrimaryId(target.value);
              setFields({});
            }}
          >
            {records.map((one) => (
              <MenuItem key={one.id} value={one.id}>
                <bdi>{[titleOf(screens, one), screens.subtitle?.(one)].filter(Boolean).join(' – ')}</bdi>
              </MenuItem>
            ))}
          </TextField>
          {(preview.isFetching || found.isFetching) && <LinearProgress aria-label={translate('app.loading')} />}
          {preview.data && (
            <MergeFields
              resource={resource}
              fields={preview.data.fields}
              records={records}
              nameOf={nameOf}
              chosen={fields}
              onChoose={(field, id) => setFields((before) => ({ ...before, [field]: id }))}
            />
          )}
          {moved && <Alert severity="info">{moved}</Alert>}
          <Muted>{translate('merges.deleted_after', { smart_count: duplicateIds.length })}</Muted>
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={isBusy}>
          {translate('app.cancel')}
        </Button>
        <Button
          variant="contained"
          loading={isBusy}
          disabled={!primary || !preview.data || preview.isFetching || preview.isError}
          onClick={() => primary && void merge(primary)}
        >
          {translate('merges.button', { smart_count: ids.length })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
