import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useLocaleState, useNotify } from 'react-admin';
import { errorText } from '../api/errors';
import { kontor } from '../api/kontor';
import { LOCALES } from '../i18n';
import { useProfile } from '../ui/profile';

/** Shows the language of the profile. */
export function useProfileLocale(): void {
  const wanted = useProfile()?.locale.slice(0, 2);
  const [locale, setLocale] = useLocaleState();
  useEffect(() => {
    if (wanted !== undefined && wanted !== locale && LOCALES.some((one) => one.locale === wanted)) setLocale(wanted);
    // The profile changes the language; the language does not change the profile.
  }, [wanted]);
}

/** Returns a function that stores the language in the profile, so that other devices and mails use it too. */
export function useChooseLocale(): (locale: string) => void {
  const client = useQueryClient();
  const notify = useNotify();
  const [, setLocale] = useLocaleState();
  return useCallback(
    (locale) => {
      kontor.users.updateMyProfile({ locale }).then(
        (profile) => {
          client.setQueryData(['profile'], profile);
          setLocale(locale);
        },
        (error: unknown) => notify(errorText(error), { type: 'error' }),
      );
    },
    [client, notify, setLocale],
  );
}
