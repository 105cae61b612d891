import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { kontor } from './kontor';

const REFRESH_MS = 60_000;
const KEY = ['access'];
const load = () => kontor.access.getMine();

/** Returns what the person may do, so that nothing else is offered. */
export function useAccess() {
  const { data, error } = useQuery({
    queryKey: KEY,
    queryFn: load,
    staleTime: REFRESH_MS,
    refetchInterval: REFRESH_MS,
  });
  const can = useCallback(
    (resource: string, action: string): boolean =>
      data?.resources.some((one) => one.resource === resource && one.actions.includes(action)) ?? false,
    [data],
  );
  return { access: data, error, isLoaded: data !== undefined, can };
}

/** Returns a function that reads the permissions again, for example after a 403. */
export function useRefreshAccess(): () => void {
  const client = useQueryClient();
  return useCallback(() => void client.invalidateQueries({ queryKey: KEY }), [client]);
}
