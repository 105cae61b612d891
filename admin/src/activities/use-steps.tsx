import type { ActivityView } from '@kontor/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { errorText } from '../api/errors';
import { kontor } from '../api/kontor';
import { ActionNote } from '../ui/action-note';
import { activityTitle } from './activity-fields';

const SHOWN_MS = 10_000;
export type Step = 'complete' | 'cancel' | 'reopen' | 'start' | 'pause' | 'postpone';

interface Run {
  readonly step: Step;
  readonly change: () => PromiseLike<ActivityView>;
  /** Takes the change back, on the changed activity. */
  readonly undo?: ((changed: ActivityView) => PromiseLike<unknown>) | undefined;
}

/** Returns a function that reads lists, agendas, timelines and pages with activities again. */
export function useActivityRefresh(): () => Promise<unknown> {
  const client = useQueryClient();
  return useCallback(
    () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['activities'] }),
        client.invalidateQueries({ queryKey: ['record'] }),
      ]),
    [client],
  );
}

/** Reopens an activity, in the open status that it had before. */
async function reopenAs({ status }: Pick<ActivityView, 'status'>, changed: ActivityView): Promise<unknown> {
  const open = await kontor.activities.reopen(changed.id, { ifMatch: changed });
  return status === 'in_progress' ? kontor.activities.update(open.id, { status }, { ifMatch: open }) : open;
}

/** Steps of one activity. The person sees a step as done once the server has stored it, and can take it back. */
export function useSteps(activity: ActivityView) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useActivityRefresh();
  const [busy, setBusy] = useState<Step>();
  const isRunning = useRef(false);
  const run = async ({ step, change, undo }: Run): Promise<void> => {
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(step);
    try {
      const changed = await change();
      const takeBack = async () => {
        await undo?.(changed);
        await refresh();
      };
      if (undo)
        notify(
          <ActionNote text={translate(`activity.done_${step}`)} name={activityTitle(activity)} onUndo={takeBack} />,
          {
            autoHideDuration: SHOWN_MS,
          },
        );
      else notify(`activity.done_${step}`, { type: 'success' });
    } catch (error) {
      notify(errorText(error), { type: 'error' });
    } finally {
      await refresh();
      isRunning.current = false;
      setBusy(undefined);
    }
  };
  const options = { ifMatch: activity };
  const setStatus = (status: 'pending' | 'in_progress') => () =>
    kontor.activities.update(activity.id, { status }, options);
  return {
    busy,
    complete: () =>
      run({
        step: 'complete',
        change: () => kontor.activities.complete(activity.id, {}, options),
        undo: (changed) => reopenAs(activity, changed),
      }),
    cancel: () =>
      run({
        step: 'cancel',
        change: () => kontor.activities.cancel(activity.id, options),
        undo: (changed) => reopenAs(activity, changed),
      }),
    reopen: () => run({ step: 'reopen', change: () => kontor.activities.reopen(activity.id, options) }),
    start: () => run({ step: 'start', change: setStatus('in_progress') }),
    pause: () => run({ step: 'pause', change: setStatus('pending') }),
    postpone: (dueAt: string) =>
      run({
        step: 'postpone',
        change: () => kontor.activities.update(activity.id, { dueAt }, options),
        undo: (changed) => kontor.activities.update(changed.id, { dueAt: activity.dueAt }, { ifMatch: changed }),
      }),
  };
}
