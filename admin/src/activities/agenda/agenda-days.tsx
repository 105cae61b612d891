import type { ActivityView } from '@kontor/sdk';
import { Box, Link, Paper, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { kontor } from '../../api/kontor';
import { listPath } from '../../data/list-path';
import { ErrorBoundary, ErrorNote, Loading } from '../../ui/feedback';
import { useFormats } from '../../ui/profile';
import { Muted } from '../../ui/text';
import { dueBefore, dueFrom, NOT_OVERDUE, OPEN } from '../activity-filters';
import { ActivityRow } from '../activity-row';
import { dayIn } from '../days';
import { ME, type AgendaAddress } from './use-agenda-address';

export const INCLUDE = ['lead', 'company', 'contact', 'deal', 'owner', 'assignee'] as const;
const MOST = 100;

/** The days of the period with their open activities. Overdue activities of today have a list of their own. */
export function AgendaDays({ address }: { readonly address: AgendaAddress }) {
  const translate = useTranslate();
  const { timeZone } = useFormats();
  const { days, from, until, person, who, today, hasToday } = address;
  const where = { and: [...person, OPEN, dueFrom(from), dueBefore(until), ...(hasToday ? [NOT_OVERDUE] : [])] };
  const { data, error, refetch } = useQuery({
    queryKey: ['activities', 'agenda', where],
    queryFn: ({ signal }) =>
      kontor.activities.search({ filter: where, sort: ['dueAt'], include: [...INCLUDE], limit: MOST } as never, {
        signal,
      }),
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const activities = data.data as ActivityView[];
  const onDay = (day: string) => activities.filter(({ dueAt }) => dueAt !== null && dayIn(dueAt, timeZone) === day);
  return (
    <Stack spacing={1.5}>
      {days.map((day) => (
        <Day key={day} day={day} isToday={day === today} isPast={day < today} hasAssignee={who !== ME}>
          {onDay(day)}
        </Day>
      ))}
      {data.pageInfo.hasMore && (
        <Link component={RouterLink} to={listPath('activities', { where }, { field: 'dueAt', order: 'ASC' })}>
          {translate('activity.more_than', { count: MOST })}
        </Link>
      )}
    </Stack>
  );
}

interface DayProperties {
  readonly day: string;
  readonly isToday: boolean;
  readonly isPast: boolean;
  readonly hasAssignee: boolean;
  readonly children: readonly ActivityView[];
}

function Day({ day, isToday, isPast, hasAssignee, children }: DayProperties) {
  const translate = useTranslate();
  const { locale } = useFormats();
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const title = name.format(new Date(`${day}T00:00:00Z`));
  if (isPast && children.length === 0) return null;
  return (
    <Paper variant="outlined" component="section" aria-labelledby={`day-${day}`} sx={{ px: 1.5, py: 1 }}>
      <Typography
        id={`day-${day}`}
        variant="subtitle2"
        component="h2"
        color={isToday ? 'primary' : 'textSecondary'}
        sx={{ pb: 0.5 }}
      >
        {isToday ? `${translate('activity.today')} · ${title}` : title}
      </Typography>
      {children.map((activity) => (
        <ErrorBoundary key={activity.id} title="">
          <ActivityRow activity={activity} hasAssignee={hasAssignee} />
        </ErrorBoundary>
      ))}
      {children.length === 0 && (
        <Box sx={{ fontSize: '0.8125rem', pb: 0.5 }}>
          <Muted>{translate('activity.nothing')}</Muted>
        </Box>
      )}
    </Paper>
  );
}
