import { Box, Link, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { doneBy, dueBefore, dueFrom, NOT_OVERDUE, OPEN, OVERDUE } from '../activities/activity-filters';
import { ActivityRow } from '../activities/activity-row';
import { addDays, startOfDay } from '../activities/days';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import type { FilterNode } from '../data/filters';
import { listPath } from '../data/list-path';
import { EmptyState, ErrorBoundary, ErrorNote, Loading } from '../ui/feedback';
import { useFormats } from '../ui/profile';
import { Card } from './card';

const DAYS = 7;
const FIRST = 6;
const GROUPS = ['overdue', 'today', 'upcoming'] as const;
const LINKS = [
  ['leads', 'lead'],
  ['companies', 'company'],
  ['contacts', 'contact'],
  ['deals', 'deal'],
] as const;

/** What the person has to do: overdue, today, and in the next days. */
export function AgendaCard() {
  const translate = useTranslate();
  const { can } = useAccess();
  const include = LINKS.filter(([resource]) => can(resource, 'read')).map(([, name]) => name);
  const { data, error, refetch } = useQuery({
    queryKey: ['activities', 'agenda', 'own', include],
    queryFn: ({ signal }) => kontor.activities.getMyAgenda({ days: DAYS, limit: FIRST, include, signal }),
  });
  const total = GROUPS.reduce((sum, name) => sum + (data?.[name]?.count ?? 0), 0);
  const pathTo = useGroupPath(data?.date ?? '');
  return (
    <Card title={translate('home.agenda')} to="/agenda">
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data && total === 0 && <EmptyState title={translate('home.done')} text={translate('home.done_text')} />}
      {data && total > 0 && (
        <Stack spacing={1.5}>
          {GROUPS.map((name) => {
            const group = data[name];
            if (!group || group.count === 0) return null;
            return (
              <Box key={name} data-group={name}>
                <Typography
                  variant="subtitle2"
                  component="h3"
                  color={name === 'overdue' ? 'error' : 'textSecondary'}
                  sx={{ pb: 0.5 }}
                >
                  {translate(`home.group_${name}`)}{' '}
                  <Link component={RouterLink} to={pathTo[name]} color="inherit" data-figure={name}>
                    {group.count}
                  </Link>
                </Typography>
                {group.data.map((activity) => (
                  <ErrorBoundary key={activity.id} title="">
                    <ActivityRow activity={activity} hasDay={name !== 'today'} />
                  </ErrorBoundary>
                ))}
              </Box>
            );
          })}
        </Stack>
      )}
    </Card>
  );
}

/** Returns the address of the list with the activities of each group. */
function useGroupPath(date: string): Readonly<Record<(typeof GROUPS)[number], string>> {
  const { timeZone } = useFormats();
  const mine = doneBy('$me');
  const path = (...conditions: FilterNode[]) =>
    listPath('activities', { where: { and: [mine, ...conditions] } }, { field: 'dueAt', order: 'ASC' });
  if (date === '') return { overdue: '', today: '', upcoming: '' };
  const [tomorrow, until] = [startOfDay(addDays(date, 1), timeZone), startOfDay(addDays(date, DAYS + 1), timeZone)];
  return {
    overdue: path(OVERDUE),
    today: path(OPEN, NOT_OVERDUE, dueBefore(tomorrow)),
    upcoming: path(OPEN, dueFrom(tomorrow), dueBefore(until)),
  };
}
