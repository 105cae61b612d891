import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { instantOf } from '../fields/local-time';
import { useFormats } from '../ui/profile';

/** Reads and changes values in the address bar. An empty value removes its name. */
export function useAddress() {
  const [parameters, setParameters] = useSearchParams();
  const set = useCallback(
    (values: Readonly<Record<string, string | readonly string[] | null>>) =>
      setParameters(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(values)) {
            next.delete(name);
            for (const one of value === null ? [] : [value].flat()) if (one !== '') next.append(name, one as string);
          }
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );
  return { parameters, set };
}

/** Returns the day of today, `2026-03-01`, in the time zone of the person. */
export function useToday(): string {
  const { timeZone } = useFormats();
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date());
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The day in the past that the address bar asks for, and the time at which that day ends. */
export function useAsOf(): { readonly day: string | undefined; readonly asOf: string | undefined } {
  const { parameters } = useAddress();
  const { timeZone } = useFormats();
  const today = useToday();
  const day = parameters.get('asOf') ?? '';
  if (!DAY.test(day) || day >= today) return { day: undefined, asOf: undefined };
  return { day, asOf: instantOf(`${day}T23:59`, timeZone) ?? undefined };
}
