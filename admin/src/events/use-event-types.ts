import { useQuery } from '@tanstack/react-query';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';

/** All event types; none for a person who may not read events. They change only with a new version of the server. */
export function useEventTypes() {
  const { can } = useAccess();
  return useQuery({
    queryKey: ['event-types'],
    enabled: can('events', 'read'),
    staleTime: Infinity,
    queryFn: async () => {
      const { data } = await kontor.events.listTypes();
      return data.map(({ type, resourceType, description }) => ({ type, resourceType, description }));
    },
  }).data;
}

const ALL = '*';
const groupOf = (event: string): string => event.slice(0, event.indexOf('.'));

/** Returns the selection without types that a wildcard of the selection includes. */
export function withoutCovered(events: readonly string[]): string[] {
  if (events.includes(ALL)) return [ALL];
  return events.filter((event) => event.endsWith('.*') || !events.includes(`${groupOf(event)}.*`));
}

/** Returns the one record type of the selected events; undefined for events of several types. */
export function resourceOf(
  events: readonly string[],
  types: readonly { readonly type: string; readonly resourceType: string }[],
): string | undefined {
  const resources = new Set(
    events.flatMap((event) => {
      const found = types.filter(({ type }) =>
        event.endsWith('.*') ? type.startsWith(event.slice(0, -1)) : type === event,
      );
      return event === ALL || found.length === 0 ? [ALL] : found.map(({ resourceType }) => resourceType);
    }),
  );
  const [only] = resources;
  return resources.size === 1 && only !== ALL ? only : undefined;
}
