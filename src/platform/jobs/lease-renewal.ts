import type { LeasedJob } from './job.js';

/** Renews the lease during long work. The signal is aborted when the process ends or another process has the job. */
export async function withLeaseRenewal<T>(
  job: LeasedJob,
  renewMs: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const lost = new AbortController();
  const renewal = setInterval(() => {
    job.renew().then(
      (held) => held || lost.abort(new Error('The lease was lost')),
      () => undefined,
    );
  }, renewMs);
  try {
    return await work(AbortSignal.any([job.signal, lost.signal]));
  } finally {
    clearInterval(renewal);
  }
}
