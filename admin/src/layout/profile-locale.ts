import { useEffect } from 'react';
import { useLocaleState } from 'react-admin';
import { LOCALES } from '../i18n';
import { useProfile } from '../ui/profile';

/** Takes the language of the profile once per browser. After that, the choice in the menu applies. */
export function useProfileLocale(): void {
  const profile = useProfile();
  const [locale, setLocale] = useLocaleState();
  useEffect(() => {
    const wanted = profile?.locale.slice(0, 2);
    if (wanted === undefined || localStorage.getItem('kontor.profile-locale') === profile?.locale) return;
    localStorage.setItem('kontor.profile-locale', profile?.locale ?? '');
    if (wanted !== locale && LOCALES.some((one) => one.locale === wanted)) setLocale(wanted);
  }, [profile, locale, setLocale]);
}
