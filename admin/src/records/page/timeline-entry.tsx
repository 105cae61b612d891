import ChangeIcon from '@mui/icons-material/EditOutlined';
import { Box, Button, Stack, Typography } from '@mui/material';
import type { ActivityView, TimelineEntryView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { isOpen } from '../../activities/activity-fields';
import { ACTIVITY_ICONS } from '../../activities/activity-icon';
import { useSteps } from '../../activities/use-steps';
import { useAccess } from '../../api/access';
import { useLabels } from '../../metadata/record-type';
import { useFormats } from '../../ui/profile';
import { UserText } from '../../ui/text';

const LINE = {
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
} as const;

interface Properties {
  readonly entry: TimelineEntryView;
  /** The record type of the page. */
  readonly resource: string;
}

/** An activity, or a change of the record. */
export function TimelineEntry({ entry, resource }: Properties) {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  const { can } = useAccess();
  const { fieldLabel } = useLabels(entry.resource ?? resource);
  const Icon = ACTIVITY_ICONS[entry.type] ?? ACTIVITY_ICONS[entry.kind] ?? ChangeIcon;
  const isUpdate = entry.kind === 'event' && entry.type.endsWith('.updated') && entry.changedFields;
  const title = isUpdate
    ? translate('record.changed', { fields: (entry.changedFields ?? []).map(fieldLabel).join(', ') })
    : entry.title;
  const { activity } = entry;
  return (
    <Stack direction="row" spacing={1.5} sx={LINE} data-entry={entry.id}>
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
        <EntryDetails entry={entry} />
        {activity && isOpen({ ...activity }) && can('activities', 'update') && <CompleteButton activity={activity} />}
      </Box>
    </Stack>
  );
}

function EntryDetails({ entry: { activity, actor } }: { readonly entry: TimelineEntryView }) {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  const { valueLabel } = useLabels('activities');
  const facts = [
    activity && valueLabel('type', activity.type),
    activity && activity.type !== 'note' && valueLabel('status', activity.status),
    activity?.direction && valueLabel('direction', activity.direction),
    activity?.callResult && valueLabel('callResult', activity.callResult),
    activity?.durationMinutes && translate('activity.minutes', { smart_count: activity.durationMinutes }),
    activity?.dueAt && translate('activity.due_on', { time: dateTime(activity.dueAt) }),
    actor?.name,
  ];
  return (
    <>
      <Typography variant="caption" color="textSecondary" component="div">
        <bdi>{facts.filter(Boolean).join(' · ')}</bdi>
      </Typography>
      {[activity?.description, activity?.outcome].filter(Boolean).map((text) => (
        <Typography
          key={text}
          variant="body2"
          component="bdi"
          sx={{ display: 'block', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', mt: 0.5 }}
        >
          {text}
        </Typography>
      ))}
    </>
  );
}

function CompleteButton({ activity }: { readonly activity: ActivityView }) {
  const translate = useTranslate();
  const { busy, complete } = useSteps(activity);
  return (
    <Button size="small" sx={{ ml: -1.5 }} loading={busy === 'complete'} onClick={() => void complete()}>
      {translate('activity.complete')}
    </Button>
  );
}
