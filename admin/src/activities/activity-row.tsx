import OutcomeIcon from '@mui/icons-material/RateReviewOutlined';
import type { ActivityView } from '@kontor/sdk';
import { Box, Checkbox, CircularProgress, IconButton, Stack } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import { StatusChip } from '../fields/field-value';
import { useLabels } from '../metadata/record-type';
import { useFormats } from '../ui/profile';
import { UserText } from '../ui/text';
import { activityTitle } from './activity-fields';
import { ACTIVITY_ICONS } from './activity-icon';
import { LinkedRecords } from './linked-records';
import { PostponeMenu } from './postpone-menu';
import { useSteps } from './use-steps';

const CompleteDialog = lazy(() => import('./complete-dialog'));
const IMPORTANT = new Set(['high', 'critical']);

interface Properties {
  readonly activity: ActivityView;
  /** Shows the day besides the time. */
  readonly hasDay?: boolean;
  readonly hasAssignee?: boolean;
}

/** An open activity: complete in place, postpone, or complete with an outcome. */
export function ActivityRow({ activity, hasDay = false, hasAssignee = false }: Properties) {
  const translate = useTranslate();
  const { can } = useAccess();
  const { valueLabel } = useLabels('activities');
  const steps = useSteps(activity);
  const [isCompleting, setCompleting] = useState(false);
  const Icon = ACTIVITY_ICONS[activity.type];
  const name = activityTitle(activity);
  const canUpdate = can('activities', 'update');
  const assignee = activity.assignee?.name ?? activity.owner?.name;
  return (
    <Stack
      direction="row"
      data-activity={activity.id}
      sx={{ alignItems: 'center', gap: 0.5, py: 0.25, borderTop: 1, borderColor: 'divider', minHeight: 44 }}
    >
      {canUpdate &&
        (steps.busy === 'complete' ? (
          <CircularProgress size={18} sx={{ m: '9px' }} aria-label={translate('activity.saving')} />
        ) : (
          <Checkbox
            checked={false}
            disabled={steps.busy !== undefined}
            onChange={() => void steps.complete()}
            slotProps={{ input: { 'aria-label': translate('activity.complete_name', { name }) } }}
          />
        ))}
      {Icon && <Icon titleAccess={valueLabel('type', activity.type)} sx={{ fontSize: 17, color: 'text.secondary' }} />}
      <Box sx={{ flex: 1, minWidth: 0, px: 0.5 }}>
        <Box sx={{ fontWeight: 550, fontSize: '0.8125rem' }}>
          <UserText to={`/activities/${activity.id}`}>{name}</UserText>
        </Box>
        <LinkedRecords activity={activity} />
        <DueText activity={activity} hasDay={hasDay} display={{ xs: 'block', sm: 'none' }} />
      </Box>
      {IMPORTANT.has(activity.priority) && (
        <Box sx={{ display: { xs: 'none', sm: 'block' } }}>
          <StatusChip label={valueLabel('priority', activity.priority)} value={activity.priority} />
        </Box>
      )}
      {hasAssignee && assignee && (
        <Box sx={{ display: { xs: 'none', sm: 'block' }, width: 120, fontSize: '0.75rem', color: 'text.secondary' }}>
          <UserText>{assignee}</UserText>
        </Box>
      )}
      <DueText activity={activity} hasDay={hasDay} display={{ xs: 'none', sm: 'block' }} />
      {canUpdate && (
        <Stack direction="row" sx={{ flexShrink: 0, '& .MuiIconButton-root': { color: 'text.secondary' } }}>
          <PostponeMenu
            activity={activity}
            isBusy={steps.busy === 'postpone'}
            onPostpone={(dueAt) => void steps.postpone(dueAt)}
          />
          <IconButton
            aria-label={translate('activity.complete_with', { name })}
            disabled={steps.busy !== undefined}
            onClick={() => setCompleting(true)}
          >
            <OutcomeIcon fontSize="small" />
          </IconButton>
        </Stack>
      )}
      <Suspense>{isCompleting && <CompleteDialog activity={activity} onClose={() => setCompleting(false)} />}</Suspense>
    </Stack>
  );
}

interface DueProperties {
  readonly activity: ActivityView;
  readonly hasDay: boolean;
  readonly display: { readonly xs: string; readonly sm: string };
}

function DueText({ activity: { dueAt, overdue }, hasDay, display }: DueProperties) {
  const { timeZone, locale, dateTime } = useFormats();
  if (dueAt === null) return null;
  const due = new Date(dueAt);
  const isThisYear = due.getFullYear() === new Date().getFullYear();
  const format = new Intl.DateTimeFormat(locale, {
    timeZone,
    ...(hasDay
      ? { weekday: 'short', day: 'numeric', month: 'short', ...(!isThisYear && { year: 'numeric' }) }
      : { timeStyle: 'short' }),
  });
  return (
    <Box
      component="time"
      dateTime={dueAt}
      title={dateTime(dueAt)}
      sx={{
        display: { ...display },
        fontSize: '0.75rem',
        whiteSpace: 'nowrap',
        fontVariantNumeric: 'tabular-nums',
        color: overdue ? 'error.main' : 'text.secondary',
      }}
    >
      {format.format(due)}
    </Box>
  );
}
