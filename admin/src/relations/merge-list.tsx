import type { RecordMergeView } from '@kontor/sdk';
import { Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useAction } from '../data/use-action';
import { useLabels } from '../metadata/record-type';
import { Pages } from '../records/page/pages';
import type { RecordComponentProperties } from '../records/record-screens';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { ErrorNote } from '../ui/feedback';
import { useFormats } from '../ui/profile';
import { UserText } from '../ui/text';
import { useMovesText } from './merge-moves';
import type { MergeCalls } from './relations';

interface Properties extends RecordComponentProperties {
  readonly calls: MergeCalls;
  readonly canUndo: boolean;
}

/** The merges of a record, also those that were undone. */
export function MergeList({ screens, record, calls, canUndo }: Properties) {
  const translate = useTranslate();
  const [open, setOpen] = useState<RecordMergeView>();
  return (
    <>
      <Pages<RecordMergeView>
        queryKey={['record', record.id, 'merges']}
        read={(options) => calls.listMerges(record.id, options)}
        keyOf={({ id }) => id}
        empty={{ title: translate('merges.none'), isSmall: true }}
      >
        {(merge) => (
          <Merge resource={screens.resource} merge={merge} {...(canUndo && { onUndo: () => setOpen(merge) })} />
        )}
      </Pages>
      {open && (
        <UndoDialog screens={screens} record={record} calls={calls} merge={open} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}

interface MergeProperties {
  readonly resource: string;
  readonly merge: RecordMergeView;
  readonly onUndo?: () => void;
}

function Merge({ resource, merge, onUndo }: MergeProperties) {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  const { fieldLabel } = useLabels(resource);
  const movesText = useMovesText();
  const state = merge.unmergedAt
    ? translate('merges.undone', { date: dateTime(merge.unmergedAt), name: merge.unmergedBy?.name ?? '' })
    : merge.forgottenAt && translate('merges.forgotten');
  const moved = movesText(merge.moves);
  return (
    <Stack direction="row" spacing={1} sx={{ py: 1, borderBottom: 1, borderColor: 'divider', alignItems: 'center' }}>
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Typography variant="body2" component="div">
          <UserText isCut={false}>
            {`${translate('merges.merged', { smart_count: merge.mergedIds.length })} · ${dateTime(merge.mergedAt)} · ${merge.mergedBy?.name ?? translate('record.system')}`}
          </UserText>
        </Typography>
        {merge.changedFields.length > 0 && (
          <Typography variant="caption" color="textSecondary" component="div">
            {translate('record.changed', { fields: merge.changedFields.map(fieldLabel).join(', ') })}
          </Typography>
        )}
        {moved && (
          <Typography variant="caption" color="textSecondary" component="div">
            {moved}
          </Typography>
        )}
        {state && (
          <Typography variant="caption" component="div">
            <bdi>{state}</bdi>
          </Typography>
        )}
      </Box>
      {onUndo && !merge.unmergedAt && !merge.forgottenAt && (
        <Button variant="outlined" onClick={onUndo}>
          {translate('merges.undo')}
        </Button>
      )}
    </Stack>
  );
}

interface UndoProperties extends RecordComponentProperties {
  readonly calls: MergeCalls;
  readonly merge: RecordMergeView;
  readonly onClose: () => void;
}

function UndoDialog({ screens, record, calls, merge, onClose }: UndoProperties) {
  const translate = useTranslate();
  const notify = useNotify();
  const { isBusy, run } = useAction(['record', record.id], [screens.resource]);
  const [error, setError] = useState<unknown>();
  const undo = async () => {
    setError(undefined);
    const done = await run(() => calls.unmerge(record.id, { mergeId: merge.id }), setError);
    if (!done) return;
    notify('merges.undo_done', { type: 'success' });
    onClose();
  };
  return (
    <ConfirmDialog
      title={translate('merges.undo_title')}
      button={translate('merges.undo')}
      isBusy={isBusy}
      onConfirm={() => void undo()}
      onClose={onClose}
    >
      <Stack spacing={2}>
        {error !== undefined && <ErrorNote error={error} />}
        <span>{translate('merges.undo_text', { smart_count: merge.mergedIds.length })}</span>
      </Stack>
    </ConfirmDialog>
  );
}
