import { useTranslate } from 'react-admin';
import { SettingsPage } from '../settings/settings-page';
import { TabBar } from '../settings/tab-bar';
import { DeadLetteredEvents } from './dead-lettered-events';
import { JobGroups } from './job-groups';
import { JobOverview } from './job-overview';
import { JobTable } from './job-table';

/** Background work: totals, jobs, groups, and dead-lettered events. */
export function Screen() {
  const translate = useTranslate();
  return (
    <SettingsPage title={translate('settings.jobs')} text={translate('settings.jobs_text')}>
      <TabBar
        label={translate('settings.jobs')}
        tabs={[
          { name: 'overview', label: translate('jobs.overview'), content: () => <JobOverview /> },
          { name: 'jobs', label: translate('jobs.jobs'), content: () => <JobTable /> },
          { name: 'groups', label: translate('jobs.groups'), content: () => <JobGroups /> },
          { name: 'events', label: translate('jobs.dead_letters'), content: () => <DeadLetteredEvents /> },
        ]}
      />
    </SettingsPage>
  );
}
