import DoneIcon from '@mui/icons-material/TaskAltOutlined';
import type { ActivityView } from '@kontor/sdk';
import { Button, Stack } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import type { RecordComponentProperties } from '../records/record-screens';
import { isHistory, isOpen } from './activity-fields';
import { PostponeMenu } from './postpone-menu';
import { useSteps } from './use-steps';

const CompleteDialog = lazy(() => import('./complete-dialog'));

/** The steps that the status allows: start, pause, complete, postpone, cancel, reopen. */
export function ActivityActions({ record }: RecordComponentProperties) {
  const translate = useTranslate();
  const { can } = useAccess();
  const activity = record as unknown as ActivityView;
  const steps = useSteps(activity);
  const [isCompleting, setCompleting] = useState(false);
  if (!can('activities', 'update') || isHistory(record)) return null;
  const button = (step: 'start' | 'pause' | 'cancel' | 'reopen') => (
    <Button
      variant="outlined"
      loading={steps.busy === step}
      disabled={steps.busy !== undefined}
      onClick={() => void steps[step]()}
    >
      {translate(`activity.${step}`)}
    </Button>
  );
  if (!isOpen(record)) return activity.type === 'note' ? null : button('reopen');
  return (
    <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
      <Button
        variant="contained"
        startIcon={<DoneIcon />}
        disabled={steps.busy !== undefined}
        onClick={() => setCompleting(true)}
      >
        {translate('activity.complete')}
      </Button>
      {button(activity.status === 'pending' ? 'start' : 'pause')}
      {button('cancel')}
      <PostponeMenu
        activity={activity}
        isBusy={steps.busy === 'postpone'}
        onPostpone={(dueAt) => void steps.postpone(dueAt)}
      />
      <Suspense>{isCompleting && <CompleteDialog activity={activity} onClose={() => setCompleting(false)} />}</Suspense>
    </Stack>
  );
}
