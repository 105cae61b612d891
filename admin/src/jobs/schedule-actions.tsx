import { Button } from '@mui/material';
import type { ScheduledJobView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { useAction } from '../settings/use-action';

interface Properties {
  readonly job: ScheduledJobView;
  /** Only running now, for a row of a table. */
  readonly isShort?: boolean;
}

/** Runs a job now, and switches its schedule on and off. */
export function ScheduleActions({ job: { name, enabled, isObsolete }, isShort }: Properties) {
  const translate = useTranslate();
  const { can } = useAccess();
  const { run, busy } = useAction([['scheduled-jobs']]);
  if (!can('jobs', 'manage') || isObsolete) return null;
  const change = () => kontor.scheduledJobs.update(name, { enabled: !enabled });
  return (
    <>
      {!isShort && (
        <Button
          variant="outlined"
          loading={busy === 'switch'}
          onClick={() => void run('switch', change, enabled ? 'schedules.was_disabled' : 'schedules.was_enabled')}
        >
          {translate(enabled ? 'schedules.disable' : 'schedules.enable')}
        </Button>
      )}
      <Button
        variant={isShort ? 'text' : 'contained'}
        loading={busy === 'run'}
        aria-label={translate('schedules.run_named', { name })}
        onClick={() => void run('run', () => kontor.scheduledJobs.run(name), 'schedules.was_started')}
      >
        {translate('schedules.run')}
      </Button>
    </>
  );
}
