import { Stack, Tab, Tabs } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { useAccess } from '../api/access';
import { SettingsPage } from '../settings/settings-page';
import { ApiKeys } from './api-keys';
import { PersonTab } from './person-tab';
import { SecurityLog } from './security-log';
import { SecurityTab } from './security-tab';
import { Sessions } from './sessions';

const TABS = {
  person: PersonTab,
  security: SecurityTab,
  sessions: Sessions,
  'api-keys': ApiKeys,
  log: SecurityLog,
} as const;
type TabName = keyof typeof TABS;

/** What a person sets for the own account. The address names the tab. */
export function Screen() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { tab } = useParams();
  const { can } = useAccess();
  const names = (Object.keys(TABS) as TabName[]).filter((name) => name !== 'api-keys' || can('api-keys', 'read'));
  const current = names.find((name) => name === tab) ?? 'person';
  const Content = TABS[current];
  return (
    <SettingsPage title={translate('profile.title')} width={760} isTop>
      <Tabs
        value={current}
        onChange={(_, name: string) => void navigate(name === 'person' ? '/profile' : `/profile/${name}`)}
        variant="scrollable"
        allowScrollButtonsMobile
        aria-label={translate('profile.title')}
        sx={{ borderBottom: 1, borderColor: 'divider' }}
      >
        {names.map((name) => (
          <Tab
            key={name}
            id={`tab-${name}`}
            aria-controls="profile-panel"
            value={name}
            label={translate(`profile.tab_${name.replace('-', '_')}`)}
          />
        ))}
      </Tabs>
      <Stack spacing={2} role="tabpanel" id="profile-panel" aria-labelledby={`tab-${current}`}>
        <Content />
      </Stack>
    </SettingsPage>
  );
}
