import { useQuery } from '@tanstack/react-query';
import type { SettingView } from '@kontor/sdk';
import { Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { SettingsPage } from '../settings/settings-page';
import { ErrorNote, Loading } from '../ui/feedback';
import { SettingCard } from './setting-card';

/** Order of the known settings. Settings that this version does not know follow. */
const ORDER = [
  'company_name',
  'admin_email',
  'timezone',
  'default_currency',
  'default_country',
  'cal_com_link',
  'lead_scoring_rules',
  'openai_base_url',
  'openai_model',
  'openai_api_key',
];
const rankOf = ({ key }: SettingView): number => {
  const at = ORDER.indexOf(key);
  return at < 0 ? ORDER.length : at;
};

/** Every setting with the input of its type. Each setting is saved on its own. */
export function Screen() {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['settings', 'all'],
    queryFn: ({ signal }) => kontor.settings.list({ signal }),
  });
  return (
    <SettingsPage title={translate('settings.company')} text={translate('company.text')} width={760}>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      <Stack spacing={2}>
        {data?.data
          .toSorted((one, other) => rankOf(one) - rankOf(other))
          .map((setting) => (
            <SettingCard key={setting.key} setting={setting} />
          ))}
      </Stack>
    </SettingsPage>
  );
}
