import type { SettingView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';

/** Label, description and value of a setting in the language of the person. Unknown settings have the server's text. */
export function useSettingText({ key, description }: Pick<SettingView, 'key' | 'description'>) {
  const translate = useTranslate();
  const words = key.replaceAll('_', ' ');
  return {
    label: translate(`setting_keys.${key}`, { _: words.charAt(0).toUpperCase() + words.slice(1) }),
    text: translate(`setting_keys.${key}_text`, { _: description }),
    show: (value: unknown): string => {
      if (value === null || value === undefined || value === '') return translate('company.nothing');
      if (typeof value === 'boolean') return translate(value ? 'app.yes' : 'app.no');
      if (Array.isArray(value)) return translate('company.rules', { smart_count: value.length });
      return String(value);
    },
  };
}
