import { isKontorError } from '@kontor/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { callsOf, type RecordCalls, type RecordData } from './calls';
import { isSame } from './changes';

type Changes = Readonly<Record<string, unknown>>;
export type SaveCalls = Pick<RecordCalls, 'get' | 'update' | 'assign'>;

const ASSIGNED = new Set(['ownerId', 'teamId']);

export interface Conflict {
  /** What the person typed. */
  readonly changes: Changes;
  /** The record as it is now. */
  readonly current: RecordData;
  /** Fields that somebody else changed to another value. */
  readonly fields: readonly string[];
}

export type Outcome =
  { readonly kind: 'saved' } | { readonly kind: 'conflict' } | { readonly kind: 'failed'; readonly error: unknown };

const nestedOf = (changes: Changes, prefix = ''): string[] =>
  Object.entries(changes).flatMap(([name, value]) =>
    name === 'customFields' && typeof value === 'object' && value !== null
      ? nestedOf(value as Changes, `${name}.`)
      : [`${prefix}${name}`],
  );
const at = (record: object, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], record);

/**
 * Saves changed fields with the version that they are based on. If somebody else changed other fields, the change is
 * sent again with the new version. If somebody changed the same fields, the person decides.
 */
export function useSave(
  resource: string,
  record: RecordData,
  include: readonly string[],
  calls: SaveCalls = callsOf(resource),
) {
  const client = useQueryClient();
  const [conflict, setConflict] = useState<Conflict>();

  const refresh = useCallback(
    () =>
      Promise.all([
        client.invalidateQueries({ queryKey: [resource] }),
        client.invalidateQueries({ queryKey: ['record', record.id] }),
      ]),
    [client, resource, record.id],
  );
  const send = useCallback(
    async (changes: Changes, base: RecordData): Promise<Outcome> => {
      // Records are assigned by a call of their own. Other resources, such as users, have a plain `teamId`.
      const isAssigned = (name: string): boolean => calls.assign !== undefined && ASSIGNED.has(name);
      const part = (isWanted: (name: string) => boolean) =>
        Object.fromEntries(Object.entries(changes).filter(([name]) => isWanted(name)));
      const [fields, assignment] = [part((name) => !isAssigned(name)), part(isAssigned)];
      try {
        if (Object.keys(fields).length > 0) await calls.update(base.id, fields, { ifMatch: base });
        if (Object.keys(assignment).length > 0) await calls.assign?.(base.id, assignment);
        setConflict(undefined);
        await refresh();
        return { kind: 'saved' };
      } catch (error) {
        if (!isKontorError(error, 'stale-version')) return { kind: 'failed', error };
        const current = await calls.get(base.id, { ...(include.length > 0 && { include: [...include] }) });
        const fields = nestedOf(changes).filter(
          (name) => !isSame(at(base, name), at(current, name)) && !isSame(at(changes, name), at(current, name)),
        );
        if (fields.length === 0) return send(changes, current);
        setConflict({ changes, current, fields });
        return { kind: 'conflict' };
      }
    },
    [calls, include, refresh],
  );
  return {
    save: (changes: Changes) => send(changes, record),
    conflict,
    /** Saves the typed values over the current record. */
    overwrite: () => (conflict ? send(conflict.changes, conflict.current) : undefined),
    /** Leaves the record as it is now. */
    discard: async () => {
      setConflict(undefined);
      await refresh();
    },
  };
}
