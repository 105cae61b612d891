import { Alert, Box, LinearProgress, Typography } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { ErrorNote } from '../ui/feedback';
import { useFormats } from '../ui/profile';

const POLL_MS = 700;
const ENDED = new Set(['succeeded', 'failed', 'cancelled', 'dead']);

/** Follows a job until its end. The server goes on with the job if the page is closed. */
export function TransferProgress({ jobId, userId }: { readonly jobId: string; readonly userId: string }) {
  const translate = useTranslate();
  const { number } = useFormats();
  const client = useQueryClient();
  const { data: job, error } = useQuery({
    queryKey: ['jobs', jobId],
    queryFn: ({ signal }) => kontor.jobs.get(jobId, { signal }),
    refetchInterval: ({ state }) => (state.data && ENDED.has(state.data.status) ? false : POLL_MS),
  });
  const isEnded = job !== undefined && ENDED.has(job.status);
  useEffect(() => {
    if (isEnded) void client.invalidateQueries();
  }, [isEnded, client, userId]);
  if (error) return <ErrorNote error={error} />;
  const done = job?.progress?.done ?? 0;
  const total = job?.progress?.total ?? null;
  if (job?.status === 'succeeded')
    return <Alert severity="success">{translate('users.transferred', { smart_count: done })}</Alert>;
  if (isEnded) return <Alert severity="error">{job.lastError ?? translate('users.transfer_failed')}</Alert>;
  return (
    <Box>
      <LinearProgress
        aria-label={translate('users.transferring')}
        {...(total ? { variant: 'determinate', value: (100 * done) / total } : {})}
      />
      <Typography variant="body2" color="textSecondary" role="status" sx={{ mt: 1 }}>
        {translate('users.transfer_progress', { done: number(done), total: total === null ? '…' : number(total) })}
      </Typography>
    </Box>
  );
}
