import { Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ErrorBoundary } from '../../ui/feedback';
import { AgendaDays } from './agenda-days';
import { AgendaToolbar } from './agenda-toolbar';
import { OverdueActivities } from './overdue-activities';
import { useAgendaAddress } from './use-agenda-address';

/** Open activities of a day or a week, and the overdue ones. The address bar holds person and period. */
export function Screen() {
  const translate = useTranslate();
  const address = useAgendaAddress();
  return (
    <Stack spacing={1.5} sx={{ maxWidth: 1000 }}>
      <Typography variant="h5" component="h1">
        {translate('activity.agenda')}
      </Typography>
      <AgendaToolbar address={address} />
      {address.hasToday && (
        <ErrorBoundary title={translate('app.failed')}>
          <OverdueActivities address={address} />
        </ErrorBoundary>
      )}
      <ErrorBoundary title={translate('app.failed')}>
        <AgendaDays address={address} />
      </ErrorBoundary>
    </Stack>
  );
}
