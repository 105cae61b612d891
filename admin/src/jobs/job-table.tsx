import { useTranslate } from 'react-admin';
import type { JobView } from '@kontor/sdk';
import { kontor } from '../api/kontor';
import type { Column } from '../settings/data-table';
import { OpenLink, useOpened } from '../settings/detail-dialog';
import { FilterBar, useAsked, usePeriod } from '../settings/filter-bar';
import { PagedTable } from '../settings/paged-table';
import { useFormats } from '../ui/profile';
import { Muted, UserText } from '../ui/text';
import { JobDialog } from './job-dialog';
import { JOB_STATUSES, JobStatus } from './job-status';

/** Jobs change in the background. */
const POLL_MS = 5_000;
const FILTERS = ['status', 'kind', 'group'];

function useColumns(onOpen: (id: string) => void): readonly Column<JobView>[] {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  const label = (name: string) => translate(`jobs.${name}`);
  return [
    {
      name: 'kind',
      label: label('kind'),
      show: ({ id, kind }) => (
        <OpenLink onOpen={() => onOpen(id)}>
          <UserText>{kind}</UserText>
        </OpenLink>
      ),
    },
    { name: 'status', label: label('status'), show: ({ status }) => <JobStatus status={status} /> },
    {
      name: 'group',
      label: label('group'),
      from: 'md',
      show: ({ group }) => (group ? <UserText>{group}</UserText> : <Muted>—</Muted>),
    },
    { name: 'attempts', label: label('attempts'), align: 'right', from: 'sm', show: ({ attempts }) => attempts },
    {
      name: 'error',
      label: label('last_error'),
      from: 'md',
      show: ({ lastError }) => (lastError ? <UserText>{lastError}</UserText> : <Muted>—</Muted>),
    },
    { name: 'created', label: label('created'), from: 'sm', show: ({ createdAt }) => dateTime(createdAt) },
  ];
}

/** Waiting, running and dead jobs, and finished operations, newest first. */
export function JobTable() {
  const translate = useTranslate();
  const { timeZone } = useFormats();
  const [opened, open] = useOpened();
  return (
    <>
      <FilterBar
        filters={[
          {
            name: 'status',
            label: translate('jobs.status'),
            kind: 'choice',
            options: JOB_STATUSES.map((value) => ({ value, label: translate(`jobs.status_${value}`) })),
          },
          { name: 'kind', label: translate('jobs.kind'), kind: 'text' },
          { name: 'group', label: translate('jobs.group'), kind: 'text' },
          { name: 'from', label: translate('operations.from'), kind: 'day' },
          { name: 'to', label: translate('operations.to'), kind: 'day' },
        ]}
      />
      <PagedTable<JobView>
        label={translate('jobs.jobs')}
        queryKey={['jobs']}
        asked={{ ...useAsked(FILTERS), ...usePeriod(timeZone) }}
        read={(parameters) => kontor.jobs.list(parameters)}
        columns={useColumns(open)}
        keyOf={({ id }) => id}
        empty={{ title: translate('jobs.idle'), text: translate('jobs.idle_text') }}
        refetchMs={POLL_MS}
      />
      {opened !== null && <JobDialog id={opened} onClose={() => open(null)} />}
    </>
  );
}
