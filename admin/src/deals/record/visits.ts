import { useQuery } from '@tanstack/react-query';
import type { StageVisitView } from '@kontor/sdk';
import { useMemo } from 'react';
import { kontor } from '../../api/kontor';
import { useFormats } from '../../ui/profile';

/** Stage visits of a deal, in order of time. */
export const useVisits = (dealId: string) =>
  useQuery({
    queryKey: ['record', dealId, 'stages'],
    queryFn: async ({ signal }): Promise<StageVisitView[]> =>
      (await kontor.deals.listStageVisits(dealId, { signal })).data,
  });

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** Formats seconds as days, hours or minutes: `4 days`. */
export function useDuration(): (seconds: number, display?: 'long' | 'narrow') => string {
  const { locale } = useFormats();
  return useMemo(
    () =>
      (seconds, display = 'long') => {
        const [unit, size] = UNITS.find(([, each]) => seconds >= each) ?? UNITS[2];
        const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: display });
        return format.format(Math.floor(seconds / size));
      },
    [locale],
  );
}
