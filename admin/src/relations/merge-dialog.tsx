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
import { useTranslate } from 'react-admin';
import { titleOf, type RecordComponentProperties } from '../records/record-screens';
import { ErrorNote } from '../ui/feedback';
import { Muted } from '../ui/text';
import { MergeFields } from './merge-fields';
import { useMovesText } from './merge-moves';
import type { MergeCalls } from './relations';
import { useMerge } from './use-merge';

interface Properties extends RecordComponentProperties {
  readonly calls: MergeCalls;
  readonly otherIds: readonly string[];
  readonly onClose: () => void;
  readonly onMerged: () => void;
}

/** Compares records, lets the person choose which record and which values remain, and merges. */
export function MergeDialog({ screens, calls, record, otherIds, onClose, onMerged }: Properties) {
  const translate = useTranslate();
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const state = useMerge({
    resource: screens.resource,
    calls,
    ids: [record.id, ...otherIds],
    onDone: () => {
      onMerged();
      onClose();
    },
  });
  const count = state.duplicateIds.length + 1;
  return (
    <Dialog
      open
      fullWidth
      fullScreen={isPhone}
      maxWidth="md"
      onClose={state.isBusy ? undefined : onClose}
      aria-labelledby="merge-title"
    >
      <DialogTitle id="merge-title">{translate('merges.dialog_title', { smart_count: count })}</DialogTitle>
      <DialogContent>
        <Comparison screens={screens} state={state} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={state.isBusy}>
          {translate('app.cancel')}
        </Button>
        <Button variant="contained" loading={state.isBusy} disabled={!state.isReady} onClick={() => void state.merge()}>
          {translate('merges.button', { smart_count: count })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface ComparisonProperties extends Pick<RecordComponentProperties, 'screens'> {
  readonly state: ReturnType<typeof useMerge>;
}

function Comparison({ screens, state }: ComparisonProperties) {
  const translate = useTranslate();
  const movesText = useMovesText();
  const { records, preview, error } = state;
  const nameOf = (id: string): string => {
    const one = records.find((each) => each.id === id);
    return one ? titleOf(screens, one) : '…';
  };
  const moved = preview && movesText(preview.moves);
  return (
    <Stack spacing={2} sx={{ pt: 1 }}>
      <div role="status">{error !== undefined && <ErrorNote error={error} />}</div>
      <TextField
        select
        label={translate('merges.primary')}
        helperText={translate('merges.primary_help')}
        value={records.length === 0 ? '' : state.primaryId}
        onChange={({ target }) => state.choosePrimary(target.value)}
      >
        {records.map((one) => (
          <MenuItem key={one.id} value={one.id}>
            <bdi>{[titleOf(screens, one), screens.subtitle?.(one)].filter(Boolean).join(' – ')}</bdi>
          </MenuItem>
        ))}
      </TextField>
      {state.isReading && <LinearProgress aria-label={translate('app.loading')} />}
      {preview && (
        <MergeFields
          resource={screens.resource}
          fields={preview.fields}
          records={records}
          nameOf={nameOf}
          chosen={state.fields}
          onChoose={state.chooseValue}
        />
      )}
      {moved && <Alert severity="info">{moved}</Alert>}
      <Muted>{translate('merges.deleted_after', { smart_count: state.duplicateIds.length })}</Muted>
    </Stack>
  );
}
