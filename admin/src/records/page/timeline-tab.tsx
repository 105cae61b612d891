import CallIcon from '@mui/icons-material/CallOutlined';
import ChangeIcon from '@mui/icons-material/EditOutlined';
import DoneIcon from '@mui/icons-material/TaskAltOutlined';
import MailIcon from '@mui/icons-material/MailOutlined';
import MeetingIcon from '@mui/icons-material/GroupsOutlined';
import MoveIcon from '@mui/icons-material/TrendingFlatOutlined';
import NoteIcon from '@mui/icons-material/StickyNote2Outlined';
import type { SvgIconComponent } from '@mui/icons-material';
import { Box, Stack, Typography } from '@mui/material';
import type { TimelineEntryView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { useAccess } from '../../api/access';
import { callsOf } from '../../data/calls';
import { useLabels } from '../../metadata/record-type';
import { useFormats } from '../../ui/profile';
import { UserText } from '../../ui/text';
import { titleOf, type RecordComponentProperties } from '../record-screens';
import { Pages } from './pages';
import { QuickActivity } from './quick-activity';

const ICONS: Readonly<Record<string, SvgIconComponent>> = {
  call: CallIcon,
  email: MailIcon,
  meeting: MeetingIcon,
  note: NoteIcon,
  task: DoneIcon,
  deadline: DoneIcon,
  stage_change: MoveIcon,
  status_change: MoveIcon,
};

/** What happened to the record, newest first, with a form for the next activity. */
export function Tab({ screens, record }: RecordComponentProperties) {
  const translate = useTranslate();
  const { can } = useAccess();
  const calls = callsOf(screens.resource);
  return (
    <Stack spacing={2}>
      {calls.createActivity && can('activities', 'create') && <QuickActivity screens={screens} record={record} />}
      <Box>
        <Pages<TimelineEntryView>
          queryKey={['record', record.id, 'timeline']}
          read={(options) => calls.getTimeline?.(record.id, options) ?? Promise.reject(new TypeError('No timeline.'))}
          keyOf={({ id }) => id}
          empty={{
            title: translate('record.no_timeline'),
            text: translate('record.no_timeline_text', { name: titleOf(screens, record) }),
          }}
        >
          {(entry) => <Entry entry={entry} resource={screens.resource} />}
        </Pages>
      </Box>
    </Stack>
  );
}

function Entry({ entry, resource }: { readonly entry: TimelineEntryView; readonly resource: string }) {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  const { fieldLabel, valueLabel } = useLabels(entry.resource ?? resource);
  const Icon = ICONS[entry.type] ?? ICONS[entry.kind] ?? ChangeIcon;
  const isUpdate = entry.kind === 'event' && entry.type.endsWith('.updated') && entry.changedFields;
  const title = isUpdate
    ? translate('record.changed', { fields: (entry.changedFields ?? []).map(fieldLabel).join(', ') })
    : entry.title;
  const { activity } = entry;
  return (
    <Stack
      direction="row"
      spacing={1.5}
      sx={{
        position: 'relative',
        pb: 2,
        '&:not(:last-of-type)::before': {
          content: '""',
          position: 'absolute',
          left: 13,
          top: 30,
          bottom: 2,
          width: '1px',
          bgcolor: 'divider',
        },
      }}
    >
      <Box
        sx={{
          width: 27,
          height: 27,
          borderRadius: '50%',
          display: 'grid',
          placeItems: 'center',
          border: 1,
          borderColor: 'divider',
          color: activity ? 'primary.main' : 'text.secondary',
          flexShrink: 0,
        }}
      >
        <Icon sx={{ fontSize: 15 }} />
      </Box>
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Stack direction="row" spacing={1} sx={{ alignItems: 'baseline', justifyContent: 'space-between' }}>
          <Typography variant="body2" component="div" sx={{ fontWeight: activity ? 550 : 400, minWidth: 0 }}>
            <UserText {...(activity && { to: `/activities/${activity.id}` })}>{title}</UserText>
          </Typography>
          <Typography
            variant="caption"
            color="textSecondary"
            component="time"
            dateTime={entry.occurredAt}
            sx={{ whiteSpace: 'nowrap' }}
          >
            {dateTime(entry.occurredAt)}
          </Typography>
        </Stack>
        <Typography variant="caption" color="textSecondary" component="div">
          <bdi>
            {[
              activity && valueLabel('type', activity.type),
              activity && valueLabel('status', activity.status),
              entry.actor?.name,
            ]
              .filter(Boolean)
              .join(' · ')}
          </bdi>
        </Typography>
        {activity?.description && (
          <Typography
            variant="body2"
            component="bdi"
            sx={{ display: 'block', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', mt: 0.5 }}
          >
            {activity.description}
          </Typography>
        )}
      </Box>
    </Stack>
  );
}
