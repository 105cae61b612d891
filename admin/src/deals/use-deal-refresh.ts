import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** Returns a function that reads boards, lists and the page of a deal again. */
export function useDealRefresh(): (dealId: string) => void {
  const client = useQueryClient();
  return useCallback(
    (dealId) => {
      void client.invalidateQueries({ queryKey: ['deals'] });
      void client.invalidateQueries({ queryKey: ['record', dealId] });
    },
    [client],
  );
}
