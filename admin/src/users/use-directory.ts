import { useQuery } from '@tanstack/react-query';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { readAll } from '../data/read-all';

const PAGE = 100;

/** All roles; empty for a person who may not read roles. */
export function useRoles() {
  const { can } = useAccess();
  return useQuery({
    queryKey: ['roles', 'all'],
    enabled: can('roles', 'read'),
    queryFn: () => readAll(kontor.roles.list({ limit: PAGE })),
  });
}

/** All teams; empty for a person who may not read teams. */
export function useTeams() {
  const { can } = useAccess();
  return useQuery({
    queryKey: ['teams', 'all'],
    enabled: can('teams', 'read'),
    queryFn: () => readAll(kontor.teams.list({ limit: PAGE })),
  });
}
