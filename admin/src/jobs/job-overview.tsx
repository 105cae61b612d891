import { Alert, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { JobKindStats } from '@kontor/sdk';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { DataTable, type Column } from '../settings/data-table';
import { useFormats } from '../ui/profile';
import { UserText } from '../ui/text';
import { RetryDeadDialog } from './retry-dead-dialog';

const POLL_MS = 5_000;
const COUNTS = ['ready', 'scheduled', 'running', 'dead'] as const;

function useColumns(onRetry: (kind: string) => void): readonly Column<JobKindStats>[] {
  const translate = useTranslate();
  const { can } = useAccess();
  const { number } = useFormats();
  const kindPath = (kind: string, status?: string) =>
    `/settings/jobs?tab=jobs&kind=${encodeURIComponent(kind)}${status ? `&status=${status}` : ''}`;
  return [
    {
      name: 'kind',
      label: translate('jobs.kind'),
      show: ({ kind }) => <UserText to={kindPath(kind)}>{kind}</UserText>,
    },
    ...COUNTS.map((name): Column<JobKindStats> => ({
      name,
      label: translate(`jobs.${name}`),
      align: 'right',
      ...(name !== 'dead' && name !== 'ready' && { from: 'sm' as const }),
      show: (stats) => number(stats[name]),
    })),
    {
      name: 'lag',
      label: translate('jobs.lag'),
      align: 'right',
      from: 'sm',
      show: ({ lagSeconds }) => translate('operations.seconds', { count: number(lagSeconds) }),
    },
    {
      name: 'retry',
      label: '',
      align: 'right',
      show: ({ kind, dead }) =>
        dead > 0 &&
        can('jobs', 'manage') && <Button onClick={() => onRetry(kind)}>{translate('jobs.retry_dead')}</Button>,
    },
  ];
}

/** What waits, runs and has failed, by kind of job. */
export function JobOverview() {
  const translate = useTranslate();
  const { number } = useFormats();
  const [retried, setRetried] = useState<string>();
  const { data, error, refetch } = useQuery({
    queryKey: ['jobs', 'stats'],
    queryFn: () => kontor.jobs.getStats(),
    refetchInterval: POLL_MS,
  });
  const outbox = data?.outbox;
  return (
    <>
      {outbox && (
        <Alert severity={outbox.deadLettered > 0 ? 'warning' : 'info'} role="status">
          {translate(outbox.waiting === 0 ? 'jobs.outbox_empty' : 'jobs.outbox', {
            smart_count: outbox.waiting,
            count: number(outbox.waiting),
            lag: number(outbox.lagSeconds),
          })}{' '}
          {outbox.deadLettered > 0 &&
            translate('jobs.outbox_dead', { smart_count: outbox.deadLettered, count: number(outbox.deadLettered) })}
        </Alert>
      )}
      <DataTable<JobKindStats>
        label={translate('jobs.overview')}
        columns={useColumns(setRetried)}
        items={data?.kinds}
        keyOf={({ kind }) => kind}
        error={error}
        onRetry={() => void refetch()}
        empty={{ title: translate('jobs.idle'), text: translate('jobs.idle_text') }}
      />
      {retried !== undefined && <RetryDeadDialog kind={retried} onClose={() => setRetried(undefined)} />}
    </>
  );
}
