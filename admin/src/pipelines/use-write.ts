import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useNotify } from 'react-admin';
import { errorText } from '../api/errors';

/** Reads pipelines, stages and everything that shows them again. */
export function usePipelineRefresh(): () => Promise<unknown> {
  const client = useQueryClient();
  return useCallback(
    () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['pipelines'] }),
        client.invalidateQueries({ queryKey: ['pipeline-stages'] }),
        client.invalidateQueries({ queryKey: ['deals'] }),
      ]),
    [client],
  );
}

/** Runs one change at a time. An error is shown as a message, and the screen shows what the server has. */
export function useWrite() {
  const notify = useNotify();
  const refresh = usePipelineRefresh();
  const [isBusy, setBusy] = useState(false);
  const write = useCallback(
    async (change: () => PromiseLike<unknown>): Promise<boolean> => {
      if (isBusy) return false;
      setBusy(true);
      try {
        await change();
        return true;
      } catch (error) {
        notify(errorText(error), { type: 'error', autoHideDuration: 10_000 });
        return false;
      } finally {
        await refresh();
        setBusy(false);
      }
    },
    [isBusy, notify, refresh],
  );
  return { isBusy, write };
}
