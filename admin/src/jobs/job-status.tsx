import { useTranslate } from 'react-admin';
import { StatusChip } from '../fields/field-value';

/** Tones of `tones.ts`, of jobs and of runs of scheduled jobs. */
const TONES: Readonly<Record<string, string>> = {
  waiting: 'pending',
  scheduled: 'pending',
  running: 'new',
  succeeded: 'active',
  failed: 'lost',
  dead: 'lost',
};
export const JOB_STATUSES = ['waiting', 'scheduled', 'running', 'succeeded', 'failed', 'cancelled', 'dead'];

export function JobStatus({ status }: { readonly status: string }) {
  const translate = useTranslate();
  return <StatusChip label={translate(`jobs.status_${status}`)} value={TONES[status] ?? 'inactive'} />;
}
