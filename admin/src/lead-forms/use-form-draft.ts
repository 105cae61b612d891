import { isKontorError, type LeadFormCreate, type LeadFormView } from '@kontor/sdk';
import { useState } from 'react';
import { kontor } from '../api/kontor';
import { changesOf, isSame } from '../data/changes';
import { useAction } from '../data/use-action';
import { bodyOf, draftOf, type FormDraft } from './form-draft';

export type DraftField = keyof FormDraft;

export interface FormConflict {
  /** The form as it is now. */
  readonly current: LeadFormView;
  /** Fields that somebody else changed to another value. */
  readonly fields: readonly DraftField[];
}

/** The edited form. Only changed fields are sent; if somebody changed the same fields, the person decides. */
export function useFormDraft(first: FormDraft, form: LeadFormView | undefined) {
  const [base, setBase] = useState(form);
  const [draft, setDraft] = useState<FormDraft>(first);
  const [conflict, setConflict] = useState<FormConflict>();
  const [error, setError] = useState<unknown>();
  const { isBusy, run } = useAction(['lead-forms']);
  const before = base ? draftOf(base) : first;
  const changes = changesOf({ ...before }, { ...draft }) as Partial<FormDraft>;

  const begin = (saved: LeadFormView): LeadFormView => {
    setBase(saved);
    setDraft(draftOf(saved));
    setConflict(undefined);
    return saved;
  };
  const send = async (target: LeadFormView): Promise<LeadFormView | undefined> => {
    try {
      return begin(await kontor.leadForms.update(target.id, bodyOf(changes), { ifMatch: target }));
    } catch (failure) {
      if (!isKontorError(failure, 'stale-version')) throw failure;
      const current = await kontor.leadForms.get(target.id);
      const now = draftOf(current);
      const fields = (Object.keys(changes) as DraftField[]).filter(
        (name) => !isSame(before[name], now[name]) && !isSame(draft[name], now[name]),
      );
      if (fields.length === 0) return send(current);
      setConflict({ current, fields });
      return undefined;
    }
  };
  const attempt = (work: () => Promise<LeadFormView | undefined>) =>
    run(() => {
      setError(undefined);
      return work();
    }, setError);
  return {
    draft,
    change: (values: Partial<FormDraft>) => setDraft((former) => ({ ...former, ...values })),
    isChanged: Object.keys(changes).length > 0,
    isBusy,
    error,
    conflict,
    save: () =>
      attempt(async () => (base ? send(base) : begin(await kontor.leadForms.create(bodyOf(draft) as LeadFormCreate)))),
    overwrite: () => attempt(async () => (conflict ? send(conflict.current) : undefined)),
    /** Takes the saved values of the fields in conflict and leaves the other typed values. */
    takeTheirs: () => {
      if (!conflict) return;
      const now = draftOf(conflict.current);
      const theirs = Object.fromEntries(conflict.fields.map((name) => [name, now[name]]));
      setDraft({ ...now, ...changes, ...theirs });
      setBase(conflict.current);
      setConflict(undefined);
    },
  };
}
