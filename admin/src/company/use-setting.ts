import { useQueryClient } from '@tanstack/react-query';
import type { SettingView } from '@kontor/sdk';
import { useRef, useState } from 'react';
import { fieldErrorsOf } from '../api/errors';
import { kontor } from '../api/kontor';
import { isSame } from '../data/changes';
import type { Outcome } from '../data/use-save';

interface Draft {
  /** The value when the person began to type. */
  readonly base: unknown;
  readonly value: unknown;
}

/** The typed value of one setting. A setting has no version, so the stored value is read again before it is changed. */
export function useSetting(setting: SettingView) {
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>();
  const [error, setError] = useState<unknown>();
  const [conflict, setConflict] = useState<{ readonly theirs: unknown }>();
  const [isBusy, setBusy] = useState(false);
  const isRunning = useRef(false);

  const put = async (value: unknown, secret?: string): Promise<Outcome> => {
    try {
      await kontor.settings.set(setting.key, { value, ...(secret && { secret }) } as never);
      await client.invalidateQueries({ queryKey: ['settings'] });
      await client.invalidateQueries({ queryKey: ['record', setting.key] });
      setDraft(undefined);
      setConflict(undefined);
      return { kind: 'saved' };
    } catch (failure) {
      setError(failure);
      return { kind: 'failed', error: failure };
    }
  };
  /** Returns whether the server has stored the value. */
  const save = async (value: unknown, secret?: string): Promise<boolean> => {
    if (isRunning.current) return false;
    isRunning.current = true;
    setBusy(true);
    setError(undefined);
    try {
      const current = setting.isSecret ? undefined : await kontor.settings.get(setting.key);
      if (current && draft && !isSame(current.value, draft.base) && !isSame(current.value, value)) {
        setConflict({ theirs: current.value });
        return false;
      }
      return (await put(value, secret)).kind === 'saved';
    } catch (failure) {
      setError(failure);
      return false;
    } finally {
      isRunning.current = false;
      setBusy(false);
    }
  };
  return {
    value: draft ? draft.value : setting.value,
    set: (value: unknown) => setDraft((before) => ({ base: before ? before.base : setting.value, value })),
    isChanged: draft !== undefined && !isSame(draft.value, draft.base),
    isBusy,
    error,
    errors: fieldErrorsOf(error),
    save,
    reset: () => {
      setDraft(undefined);
      setError(undefined);
    },
    conflict,
    overwrite: () => put(draft?.value),
    discard: async () => {
      setDraft(undefined);
      setConflict(undefined);
      await client.invalidateQueries({ queryKey: ['settings'] });
    },
  };
}
