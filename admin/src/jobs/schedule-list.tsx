import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { ScheduledJobView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { readAll } from '../data/read-all';
import { DataTable, type Column } from '../settings/data-table';
import { SettingsPage } from '../settings/settings-page';
import { useFormats } from '../ui/profile';
import { Muted, UserText } from '../ui/text';
import { JobStatus } from './job-status';
import { ScheduleActions } from './schedule-actions';

const POLL_MS = 5_000;

function useColumns(): readonly Column<ScheduledJobView>[] {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  const label = (name: string) => translate(`schedules.${name}`);
  return [
    {
      name: 'name',
      label: label('name'),
      show: ({ name, description }) => (
        <>
          <Box sx={{ fontWeight: 550 }}>
            <UserText to={`/settings/scheduled-jobs/${encodeURIComponent(name)}`}>{name}</UserText>
          </Box>
          <Box sx={{ color: 'text.secondary' }}>
            <UserText>{description}</UserText>
          </Box>
        </>
      ),
    },
    {
      name: 'next',
      label: label('next'),
      from: 'sm',
      show: ({ nextSlotAt, isObsolete }) =>
        nextSlotAt ? dateTime(nextSlotAt) : <Muted>{label(isObsolete ? 'obsolete' : 'off')}</Muted>,
    },
    {
      name: 'last',
      label: label('last'),
      show: ({ lastRun }) =>
        lastRun ? (
          <>
            <JobStatus status={lastRun.status} />
            <Box sx={{ color: 'text.secondary', display: { xs: 'none', md: 'block' } }}>{dateTime(lastRun.slotAt)}</Box>
          </>
        ) : (
          <Muted>{label('never')}</Muted>
        ),
    },
    {
      name: 'actions',
      label: '',
      align: 'right',
      from: 'sm',
      show: (job) => <ScheduleActions job={job} isShort />,
    },
  ];
}

/** The scheduled jobs. */
export function Screen() {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['scheduled-jobs'],
    queryFn: () => readAll(kontor.scheduledJobs.list()),
    refetchInterval: POLL_MS,
  });
  return (
    <SettingsPage title={translate('settings.schedules')} text={translate('settings.schedules_text')}>
      <DataTable<ScheduledJobView>
        label={translate('settings.schedules')}
        columns={useColumns()}
        items={data}
        keyOf={({ name }) => name}
        error={error}
        onRetry={() => void refetch()}
        empty={{ title: translate('schedules.empty') }}
      />
    </SettingsPage>
  );
}
