import type { ActivityView } from '@kontor/sdk';
import { isKontorError } from '@kontor/sdk';
import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, TextField } from '@mui/material';
import { useState, type FormEvent } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { errorText, fieldErrorsOf } from '../api/errors';
import { kontor } from '../api/kontor';
import { useLabels } from '../metadata/record-type';
import { UserText } from '../ui/text';
import { activityTitle, isActivityField } from './activity-fields';
import { useActivityRefresh } from './use-steps';

const LONGEST = 500;

interface Properties {
  readonly activity: ActivityView;
  readonly onClose: () => void;
}

/** Completes an activity with its outcome. A follow-up date creates the next task. */
// oxlint-disable-next-line import/no-default-export -- `lazy` needs a default export
export default function CompleteDialog({ activity, onClose }: Properties) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useActivityRefresh();
  const { fieldLabel } = useLabels('activities');
  const [base, setBase] = useState(activity);
  const [outcome, setOutcome] = useState(activity.outcome ?? '');
  const [minutes, setMinutes] = useState(String(activity.durationMinutes ?? ''));
  const [followUpOn, setFollowUpOn] = useState('');
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const errors = fieldErrorsOf(error);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setError(undefined);
    const body = {
      ...(outcome.trim() !== (base.outcome ?? '') && { outcome: outcome.trim() || null }),
      ...(minutes !== String(base.durationMinutes ?? '') && {
        durationMinutes: minutes === '' ? null : Number(minutes),
      }),
      ...(followUpOn !== '' && { followUpOn }),
    };
    try {
      await kontor.activities.complete(base.id, body, { ifMatch: base });
      notify(followUpOn === '' ? 'activity.completed' : 'activity.completed_follow_up', { type: 'success' });
      await refresh();
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
      // The person sees that the activity changed, and may submit again.
      if (isKontorError(failure, 'stale-version')) await kontor.activities.get(base.id).then(setBase, () => undefined);
    }
  };
  return (
    <Dialog open onClose={() => !isBusy && onClose()} maxWidth="xs" fullWidth aria-labelledby="complete-title">
      <form onSubmit={(event) => void submit(event)}>
        <DialogTitle id="complete-title">{translate('activity.complete_title')}</DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            <UserText>{activityTitle(base)}</UserText>
            {error !== undefined && <Alert severity="error">{errorText(error)}</Alert>}
            <TextField
              autoFocus
              multiline
              minRows={2}
              label={fieldLabel('outcome')}
              value={outcome}
              onChange={({ target }) => setOutcome(target.value)}
              error={errors['outcome'] !== undefined}
              slotProps={{ htmlInput: { maxLength: LONGEST, dir: 'auto' } }}
            />
            {isActivityField('durationMinutes', { ...base }) && (
              <TextField
                type="number"
                label={fieldLabel('durationMinutes')}
                value={minutes}
                onChange={({ target }) => setMinutes(target.value)}
                error={errors['durationMinutes'] !== undefined}
                slotProps={{ htmlInput: { min: 0, max: 525_600 } }}
              />
            )}
            <TextField
              type="date"
              label={fieldLabel('followUpOn')}
              value={followUpOn}
              onChange={({ target }) => setFollowUpOn(target.value)}
              error={errors['followUpOn'] !== undefined}
              helperText={translate('activity.follow_up_help')}
              slotProps={{ inputLabel: { shrink: true } }}
            />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={isBusy}>
            {translate('app.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={isBusy}>
            {translate('activity.complete')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
