import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider, TranslationMessages } from 'react-admin';

export const LOCALES = [
  { locale: 'en', name: 'English' },
  { locale: 'de', name: 'Deutsch' },
];
const LOADERS: Readonly<Record<string, () => Promise<{ messages: object }>>> = {
  en: () => import('./en'),
  de: () => import('./de'),
};
const STORED = 'kontor.locale';

/** Returns the language: the last choice, else the language of the browser, else English. */
export function firstLocale(): string {
  const wanted = [localStorage.getItem(STORED), ...navigator.languages.map((name) => name.slice(0, 2))];
  return wanted.find((name): name is string => name !== null && name in LOADERS) ?? 'en';
}

/** Loads only the messages of the chosen language. */
export async function loadI18n(): Promise<I18nProvider> {
  const first = firstLocale();
  const messagesOf = async (locale: string) => {
    const { messages } = await (LOADERS[locale] ?? LOADERS['en'] ?? (() => import('./en')))();
    document.documentElement.lang = locale;
    localStorage.setItem(STORED, locale);
    return messages as TranslationMessages;
  };
  const loaded = await messagesOf(first);
  return polyglotI18nProvider((locale) => (locale === first ? loaded : messagesOf(locale)), first, LOCALES, {
    allowMissing: true,
  });
}
