import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useNotify } from 'react-admin';
import { errorText } from '../api/errors';

/** Runs one action at a time, so that a double click has one effect, then reads the named queries again. */
export function useAction(...queryKeys: readonly (readonly unknown[])[]) {
  const notify = useNotify();
  const client = useQueryClient();
  const running = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const keys = JSON.stringify(queryKeys);

  const run = useCallback(
    async <T>(work: () => PromiseLike<T>, onError?: (error: unknown) => void): Promise<T | undefined> => {
      if (running.current) return undefined;
      running.current = true;
      setBusy(true);
      try {
        return await work();
      } catch (error) {
        if (onError) onError(error);
        else notify(errorText(error), { type: 'error' });
        return undefined;
      } finally {
        const known = JSON.parse(keys) as unknown[][];
        await Promise.all(known.map((queryKey) => client.invalidateQueries({ queryKey })));
        running.current = false;
        setBusy(false);
      }
    },
    [client, keys, notify],
  );
  return { isBusy, run };
}
