import { isKontorError, type ScheduledJobRunView } from '@kontor/sdk';
import { Stack } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { kontor } from '../api/kontor';
import type { Column } from '../settings/data-table';
import { Facts } from '../settings/facts';
import { FilterBar, useAsked } from '../settings/filter-bar';
import { PagedTable } from '../settings/paged-table';
import { Section, SettingsPage } from '../settings/settings-page';
import { EmptyState, ErrorNote, Loading } from '../ui/feedback';
import { useFormats } from '../ui/profile';
import { Muted, UserText } from '../ui/text';
import { JobStatus } from './job-status';
import { ScheduleActions } from './schedule-actions';

const POLL_MS = 3_000;
const STATUSES = ['waiting', 'running', 'succeeded', 'failed', 'skipped'];

function useColumns(): readonly Column<ScheduledJobRunView>[] {
  const translate = useTranslate();
  const { dateTime, number } = useFormats();
  const label = (name: string) => translate(`schedules.${name}`);
  return [
    { name: 'slot', label: label('slot'), show: ({ slotAt }) => dateTime(slotAt) },
    { name: 'status', label: label('status'), show: ({ status }) => <JobStatus status={status} /> },
    { name: 'trigger', label: label('trigger'), from: 'sm', show: ({ trigger }) => label(`trigger_${trigger}`) },
    {
      name: 'duration',
      label: label('duration'),
      align: 'right',
      from: 'sm',
      show: ({ durationMs }) =>
        durationMs === null ? <Muted>—</Muted> : translate('operations.ms', { count: number(durationMs) }),
    },
    { name: 'attempts', label: label('attempts'), align: 'right', from: 'md', show: ({ attempts }) => attempts },
    {
      name: 'result',
      label: label('result'),
      show: ({ error, result }) => <UserText isCut={false}>{error ?? (result ? textOf(result) : '—')}</UserText>,
    },
  ];
}

/** Returns a result such as `deleted: 12`. */
const textOf = (result: object): string =>
  Object.entries(result)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');

/** One scheduled job and its runs. */
export function Screen() {
  const translate = useTranslate();
  const { name = '' } = useParams();
  const { dateTime } = useFormats();
  const asked = useAsked(['status']);
  const columns = useColumns();
  const { data, error, refetch } = useQuery({
    queryKey: ['scheduled-jobs', name],
    queryFn: () => kontor.scheduledJobs.get(name),
    refetchInterval: POLL_MS,
  });
  if (isKontorError(error) && error.status === 404) return <EmptyState title={translate('schedules.missing')} />;
  if (!data) return error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <Loading />;
  const label = (key: string) => translate(`schedules.${key}`);
  return (
    <SettingsPage
      title={data.name}
      text={data.description}
      path={[{ to: '/settings/scheduled-jobs', label: translate('settings.schedules') }]}
      actions={
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
          <ScheduleActions job={data} />
        </Stack>
      }
    >
      <Section title={label('schedule')}>
        <Facts
          facts={[
            [label('next'), data.nextSlotAt ? dateTime(data.nextSlotAt) : label(data.isObsolete ? 'obsolete' : 'off')],
            [label('cron'), data.cron],
            [label('zone'), data.timeZone],
            [label('missed'), data.misfire && label(`misfire_${data.misfire}`)],
          ]}
        />
      </Section>
      <FilterBar
        filters={[
          {
            name: 'status',
            label: label('status'),
            kind: 'choice',
            options: STATUSES.map((value) => ({ value, label: translate(`jobs.status_${value}`) })),
          },
        ]}
      />
      <PagedTable<ScheduledJobRunView>
        label={label('runs')}
        queryKey={['scheduled-jobs', name, 'runs']}
        asked={asked}
        read={(parameters) => kontor.scheduledJobs.listRuns(name, parameters)}
        columns={columns}
        keyOf={({ id }) => id}
        empty={{ title: label('no_runs'), text: label('no_runs_text') }}
        refetchMs={POLL_MS}
      />
    </SettingsPage>
  );
}
