import type { LeasedJob } from './job.js';

/** For work that may outlast its lease: renews it all the while. The signal ends when the process does, or when somebody else has the job by now. */
export async function holding<T>(
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
