import { useTranslate } from 'react-admin';
import { SettingsPage } from '../settings/settings-page';
import { TabBar } from '../settings/tab-bar';
import { LegalHolds } from './legal-holds';
import { RetentionPolicies } from './retention-policies';
import { RetentionRuns } from './retention-runs';

/** Periods, runs and legal holds. */
export function Screen() {
  const translate = useTranslate();
  return (
    <SettingsPage title={translate('settings.retention')} text={translate('settings.retention_text')}>
      <TabBar
        label={translate('settings.retention')}
        tabs={[
          { name: 'policies', label: translate('retention.policies'), content: () => <RetentionPolicies /> },
          { name: 'runs', label: translate('retention.runs'), content: () => <RetentionRuns /> },
          { name: 'holds', label: translate('retention.holds'), content: () => <LegalHolds /> },
        ]}
      />
    </SettingsPage>
  );
}
