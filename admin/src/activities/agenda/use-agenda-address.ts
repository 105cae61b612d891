import { useMemo } from 'react';
import { useAddress, useToday } from '../../deals/address';
import type { FilterNode } from '../../data/filters';
import { useFormats } from '../../ui/profile';
import { doneBy } from '../activity-filters';
import { addDays, mondayOf, startOfDay } from '../days';

export const ME = 'me';
export const EVERYBODY = 'all';
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const DAYS = { day: 1, week: 7 } as const;
export type Period = keyof typeof DAYS;

/** Person and period of the agenda, as in the address bar. */
export interface AgendaAddress {
  /** `me`, `all`, or the id of a user. */
  readonly who: string;
  readonly period: Period;
  readonly days: readonly string[];
  readonly today: string;
  readonly hasToday: boolean;
  /** Begin and end of the period as instants. */
  readonly from: string;
  readonly until: string;
  /** Condition on the person; none for everybody. */
  readonly person: readonly FilterNode[];
  readonly set: (values: Readonly<Record<string, string | null>>) => void;
}

export function useAgendaAddress(): AgendaAddress {
  const { parameters, set } = useAddress();
  const { timeZone } = useFormats();
  const today = useToday();
  const asked = parameters.get('who') ?? ME;
  const who = asked === EVERYBODY || UUID.test(asked) ? asked : ME;
  const period: Period = parameters.get('period') === 'day' ? 'day' : 'week';
  const date = parameters.get('date') ?? '';
  const day = DAY.test(date) && !Number.isNaN(Date.parse(date)) ? date : today;
  return useMemo(() => {
    const first = period === 'week' ? mondayOf(day) : day;
    const days = Array.from({ length: DAYS[period] }, (_, at) => addDays(first, at));
    return {
      who,
      period,
      days,
      today,
      hasToday: days.includes(today),
      from: startOfDay(first, timeZone),
      until: startOfDay(addDays(first, DAYS[period]), timeZone),
      person: who === EVERYBODY ? [] : [doneBy(who === ME ? '$me' : who)],
      set,
    };
  }, [who, period, day, today, timeZone, set]);
}
