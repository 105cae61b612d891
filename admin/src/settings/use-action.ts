import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNotify } from 'react-admin';
import { errorText } from '../api/errors';

/** Runs an action of a button once at a time, and reads what changed again. An error is shown as a message. */
export function useAction(keys: readonly (readonly unknown[])[]) {
  const client = useQueryClient();
  const notify = useNotify();
  const isRunning = useRef(false);
  const [busy, setBusy] = useState<string>();
  const run = async (name: string, work: () => PromiseLike<unknown>, done?: string): Promise<void> => {
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(name);
    try {
      await work();
      await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
      if (done !== undefined) notify(done, { type: 'success' });
    } catch (error) {
      notify(errorText(error), { type: 'error' });
      // The reason may be a change by somebody else.
      await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
    } finally {
      isRunning.current = false;
      setBusy(undefined);
    }
  };
  return { run, busy };
}
