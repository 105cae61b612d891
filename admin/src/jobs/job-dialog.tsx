import { Button, LinearProgress } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { JobView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { DetailDialog } from '../settings/detail-dialog';
import { CodeBlock, Facts, readableJson } from '../settings/facts';
import { useAction } from '../settings/use-action';
import { useFormats } from '../ui/profile';
import { RecordName } from '../ui/record-name';
import { JobStatus } from './job-status';

const POLL_MS = 2_000;
const OPEN = ['waiting', 'scheduled', 'running'];

interface Properties {
  readonly id: string;
  readonly onClose: () => void;
}

/** One job: state, result or error, and what can be done. */
export function JobDialog({ id, onClose }: Properties) {
  const translate = useTranslate();
  const { can } = useAccess();
  const { data, error, refetch } = useQuery({
    queryKey: ['jobs', 'job', id],
    queryFn: () => kontor.jobs.get(id),
    refetchInterval: ({ state }) => (OPEN.includes(state.data?.status ?? '') ? POLL_MS : false),
  });
  const { run, busy } = useAction([['jobs']]);
  const action = (name: 'retry' | 'cancel' | 'delete', isShown: boolean) =>
    isShown && (
      <Button
        variant={name === 'retry' ? 'contained' : 'outlined'}
        color={name === 'delete' ? 'error' : 'primary'}
        loading={busy === name}
        onClick={() =>
          void run(
            name,
            async () => {
              await kontor.jobs[name](id);
              if (name === 'delete') onClose();
            },
            `jobs.done_${name}`,
          )
        }
      >
        {translate(`jobs.${name}`)}
      </Button>
    );
  const isDead = data?.status === 'dead';
  return (
    <DetailDialog
      title={data ? translate('jobs.job_of', { kind: data.kind }) : translate('jobs.job')}
      onClose={onClose}
      error={error}
      onRetry={() => void refetch()}
      isLoading={!data}
      actions={
        can('jobs', 'manage') && (
          <>
            {action('delete', isDead)}
            {action('cancel', OPEN.includes(data?.status ?? ''))}
            {action('retry', isDead)}
          </>
        )
      }
    >
      {data && <Job job={data} />}
    </DetailDialog>
  );
}

function Job({ job }: { readonly job: JobView }) {
  const translate = useTranslate();
  const { dateTime, number } = useFormats();
  const label = (name: string) => translate(`jobs.${name}`);
  const time = (value: string | null) => value && dateTime(value);
  const { progress, result, lastError } = job;
  return (
    <>
      {progress?.total && job.status === 'running' && (
        <LinearProgress
          variant="determinate"
          value={(100 * progress.done) / progress.total}
          aria-label={label('progress')}
        />
      )}
      <Facts
        facts={[
          [label('status'), <JobStatus key="status" status={job.status} />],
          [
            label('progress'),
            progress && `${number(progress.done)} / ${progress.total === null ? '?' : number(progress.total)}`,
          ],
          [label('group'), job.group],
          [label('attempts'), String(job.attempts)],
          [label('run_at'), time(job.runAt)],
          [label('created'), time(job.createdAt)],
          [label('created_by'), job.createdById && <RecordName key="by" resource="users" id={job.createdById} />],
          [label('started'), time(job.startedAt)],
          [label('finished'), time(job.finishedAt)],
          [label('id'), job.id],
          [label('ref'), job.refId],
        ]}
      />
      {lastError && <CodeBlock label={label('last_error')}>{lastError}</CodeBlock>}
      {result && <CodeBlock label={label('result')}>{readableJson(result)}</CodeBlock>}
    </>
  );
}
