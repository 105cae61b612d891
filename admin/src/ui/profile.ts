import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLocaleState } from 'react-admin';
import { kontor } from '../api/kontor';

const FRESH_MS = 300_000;

/** The own profile: name, time zone, language. */
export const useProfile = () =>
  useQuery({ queryKey: ['profile'], queryFn: () => kontor.users.getMyProfile(), staleTime: FRESH_MS }).data;

/** Formats days, times, numbers and money in the language and time zone of the person. */
export function useFormats() {
  const [language] = useLocaleState();
  const profile = useProfile();
  const timeZone = profile?.timezone ?? 'UTC';
  const locale = profile?.locale?.startsWith(language) ? profile.locale : language;
  return useMemo(() => {
    const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
    const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
    const number = new Intl.NumberFormat(locale);
    return {
      locale,
      timeZone,
      dateTime: (value: string) => dateTime.format(new Date(value)),
      date: (value: string) => date.format(new Date(value)),
      /** A day such as `2026-03-01` has no time zone. */
      day: (value: string) => day.format(new Date(`${value}T00:00:00Z`)),
      number: (value: number) => number.format(value),
      money(amount: string, currency?: string | null): string {
        const options = currency ? ({ style: 'currency', currency } as const) : {};
        // The text of the amount keeps all digits that a JavaScript number would lose.
        return new Intl.NumberFormat(locale, options).format(amount as `${number}`);
      },
    };
  }, [locale, timeZone]);
}
