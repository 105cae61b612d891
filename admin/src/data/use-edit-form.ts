import { useRef, useState } from 'react';
import { fieldErrorsOf } from '../api/errors';
import type { RecordData } from './calls';
import { changesOf } from './changes';
import { useSave, type Outcome, type SaveCalls } from './use-save';

const NOTHING: readonly string[] = [];

interface Draft {
  /** The record when the person began to type. A conflict is found by its version. */
  readonly base: RecordData;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The state of a form that changes one object: only changed fields are sent, with the version they are based on. */
export function useEditForm(resource: string, record: RecordData, calls?: SaveCalls) {
  const [draft, setDraft] = useState<Draft>();
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const isRunning = useRef(false);
  const base = draft?.base ?? record;
  const saving = useSave(resource, base, NOTHING, calls);
  const changes = changesOf(base, draft?.values ?? {});

  const reset = () => {
    setDraft(undefined);
    setError(undefined);
  };
  const send = async (work: () => Promise<Outcome> | undefined): Promise<boolean> => {
    if (isRunning.current) return false;
    isRunning.current = true;
    setBusy(true);
    setError(undefined);
    const outcome = await Promise.resolve(work())
      .catch((failure: unknown) => ({ kind: 'failed', error: failure }) as const)
      .finally(() => {
        isRunning.current = false;
        setBusy(false);
      });
    if (outcome?.kind === 'saved') reset();
    if (outcome?.kind === 'failed') setError(outcome.error);
    return outcome?.kind === 'saved';
  };
  return {
    record: base,
    value: (name: string): unknown => (draft && name in draft.values ? draft.values[name] : record[name]),
    set: (name: string, value: unknown) =>
      setDraft((before) => ({ base: before?.base ?? record, values: { ...before?.values, [name]: value } })),
    isChanged: Object.keys(changes).length > 0,
    isBusy,
    error,
    errors: fieldErrorsOf(error),
    reset,
    /** Returns whether the server has stored the changes. */
    save: () => send(() => saving.save(changes)),
    conflict: saving.conflict,
    overwrite: async (): Promise<Outcome> => {
      const outcome = (await saving.overwrite()) ?? { kind: 'saved' };
      if (outcome.kind === 'saved') reset();
      return outcome;
    },
    discard: async () => {
      await saving.discard();
      reset();
    },
  };
}
export type EditForm = ReturnType<typeof useEditForm>;
