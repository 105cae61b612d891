import { Box, FormControlLabel, Stack, Switch, ToggleButton, ToggleButtonGroup } from '@mui/material';
import type { TimelineEntryView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { useAccess } from '../../api/access';
import { callsOf } from '../../data/calls';
import { useAddress } from '../../deals/address';
import { titleOf, type RecordComponentProperties } from '../record-screens';
import { Pages } from './pages';
import { QuickActivity } from './quick-activity';
import { TimelineEntry } from './timeline-entry';

/** Kinds of entries that a filter shows. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  activities: ['activity'],
  changes: ['event', 'move'],
  stages: ['stage_change'],
};

/** What happened to the record, newest first, with a form for the next activity. */
export function Tab({ screens, record }: RecordComponentProperties) {
  const translate = useTranslate();
  const { can } = useAccess();
  const { parameters } = useAddress();
  const calls = callsOf(screens.resource);
  const kind = KINDS[parameters.get('show') ?? ''];
  const isRelated = screens.resource === 'companies' && parameters.get('related') === 'true';
  const filter = { ...(kind && { kind }), ...(isRelated && { related: true }) };
  return (
    <Stack spacing={2}>
      {calls.createActivity && can('activities', 'create') && <QuickActivity screens={screens} record={record} />}
      <TimelineFilter resource={screens.resource} />
      <Box>
        <Pages<TimelineEntryView>
          queryKey={['record', record.id, 'timeline', filter]}
          read={(options) =>
            calls.getTimeline?.(record.id, { ...filter, ...options }) ?? Promise.reject(new TypeError('No timeline.'))
          }
          keyOf={({ id }) => id}
          empty={
            kind
              ? { title: translate('activity.no_entries') }
              : {
                  title: translate('record.no_timeline'),
                  text: translate('record.no_timeline_text', { name: titleOf(screens, record) }),
                }
          }
        >
          {(entry) => <TimelineEntry entry={entry} resource={screens.resource} />}
        </Pages>
      </Box>
    </Stack>
  );
}

/** Chooses the kinds of entries. The address bar holds the choice. */
function TimelineFilter({ resource }: { readonly resource: string }) {
  const translate = useTranslate();
  const { parameters, set } = useAddress();
  const kinds = ['all', 'activities', 'changes', ...(resource === 'deals' ? ['stages'] : [])];
  const asked = parameters.get('show') ?? 'all';
  return (
    <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={kinds.includes(asked) ? asked : 'all'}
        onChange={(_, next: string | null) => next && set({ show: next === 'all' ? null : next })}
        aria-label={translate('activity.entries')}
        sx={{ '& .MuiToggleButton-root': { textTransform: 'none', py: 0.125, px: 1, fontSize: '0.75rem' } }}
      >
        {kinds.map((one) => (
          <ToggleButton key={one} value={one}>
            {translate(`activity.show_${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {resource === 'companies' && (
        <FormControlLabel
          label={translate('activity.related')}
          slotProps={{ typography: { variant: 'caption' } }}
          control={
            <Switch
              size="small"
              checked={parameters.get('related') === 'true'}
              onChange={({ target }) => set({ related: target.checked ? 'true' : null })}
            />
          }
        />
      )}
    </Stack>
  );
}
