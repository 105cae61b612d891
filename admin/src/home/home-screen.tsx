import { Box, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import { useAddress } from '../deals/address';
import { usePipelines } from '../deals/pipelines';
import { EmptyState, Loading } from '../ui/feedback';
import { useProfile } from '../ui/profile';
import { AgendaCard } from './agenda-card';
import { FirstUse, useHasNoRecords } from './first-use';
import { ClosedCard, ForecastCard } from './forecast-cards';
import { NewLeadsCard } from './new-leads-card';
import { PipelineCard } from './pipeline-card';

const COLUMN = { minWidth: 0, flex: '1 1 0' } as const;

/** The first screen: what to do today, new leads, and the state of the pipeline. */
export function Screen() {
  const translate = useTranslate();
  const { access, can, isLoaded } = useAccess();
  const isEmpty = useHasNoRecords();
  const name = useProfile()?.firstName;
  if (!isLoaded) return <Loading />;
  const shown = ['activities', 'leads', 'deals'].filter((resource) => can(resource, 'read'));
  return (
    <Stack spacing={2}>
      <Stack direction="row" useFlexGap spacing={1.5} sx={{ alignItems: 'baseline', flexWrap: 'wrap' }}>
        <Typography variant="h5" component="h1">
          {name ? translate('home.hello', { name }) : translate('app.home')}
        </Typography>
        {access && isEmpty === false && (
          <Typography variant="body2" color="textSecondary">
            {translate(`home.scope_${access.recordAccess}`)}
          </Typography>
        )}
      </Stack>
      {shown.length === 0 && <EmptyState title={translate('home.no_access')} />}
      {isEmpty === true && shown.length > 0 && <FirstUse />}
      {isEmpty === false && (
        <Stack direction={{ xs: 'column', lg: 'row' }} spacing={2} sx={{ alignItems: { lg: 'flex-start' } }}>
          {(can('activities', 'read') || can('leads', 'read')) && (
            <Stack spacing={2} sx={COLUMN}>
              {can('activities', 'read') && <AgendaCard />}
              {can('leads', 'read') && <NewLeadsCard />}
            </Stack>
          )}
          {can('deals', 'read') && <SalesCards />}
        </Stack>
      )}
    </Stack>
  );
}

/** Figures of one pipeline. The address bar holds the pipeline if it is not the default one. */
function SalesCards() {
  const translate = useTranslate();
  const { parameters, set } = useAddress();
  const { data: pipelines = [] } = usePipelines();
  const active = pipelines.filter(({ isActive }) => isActive);
  const asked = parameters.get('pipelineId');
  const pipeline = active.find(({ id }) => id === asked) ?? active.find(({ isDefault }) => isDefault) ?? active[0];
  if (!pipeline) return null;
  return (
    <Stack spacing={2} sx={COLUMN}>
      {active.length > 1 && (
        <Box>
          <TextField
            select
            label={translate('deals.pipeline')}
            value={pipeline.id}
            onChange={({ target }) => set({ pipelineId: target.value })}
            sx={{ width: { xs: '100%', sm: 240 } }}
          >
            {active.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                <bdi title={name}>{name}</bdi>
              </MenuItem>
            ))}
          </TextField>
        </Box>
      )}
      <PipelineCard pipeline={pipeline} />
      <ClosedCard pipeline={pipeline} />
      <ForecastCard pipeline={pipeline} />
    </Stack>
  );
}
