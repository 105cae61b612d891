import type { ActivityView } from '@kontor/sdk';
import { Link, Paper, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { kontor } from '../../api/kontor';
import { conditionOf } from '../../data/filters';
import { listPath } from '../../data/list-path';
import { totalText } from '../../records/list/totals';
import { ErrorBoundary, ErrorNote, Loading } from '../../ui/feedback';
import { OVERDUE } from '../activity-filters';
import { ActivityRow } from '../activity-row';
import { INCLUDE } from './agenda-days';
import { ME, type AgendaAddress } from './use-agenda-address';

const FIRST = 10;

/** Activities whose due time has passed, the oldest first. */
export function OverdueActivities({ address: { person, who } }: { readonly address: AgendaAddress }) {
  const translate = useTranslate();
  const filter = { where: { and: [...person, OVERDUE] } };
  const { data, error, refetch } = useQuery({
    queryKey: ['activities', 'agenda', 'overdue', person],
    queryFn: ({ signal }) =>
      kontor.activities.search(
        { filter: conditionOf(filter), sort: ['dueAt'], include: [...INCLUDE], limit: FIRST, count: 'exact' } as never,
        { signal },
      ),
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const rows = data.data as ActivityView[];
  if (rows.length === 0) return null;
  const count = totalText(data.total, translate);
  return (
    <Paper variant="outlined" component="section" aria-labelledby="overdue" sx={{ px: 1.5, py: 1 }}>
      <Typography id="overdue" variant="subtitle2" component="h2" color="error" sx={{ pb: 0.5 }}>
        {translate('activity.overdue')} · {count}
      </Typography>
      {rows.map((activity) => (
        <ErrorBoundary key={activity.id} title="">
          <ActivityRow activity={activity} hasDay hasAssignee={who !== ME} />
        </ErrorBoundary>
      ))}
      {data.pageInfo.hasMore && (
        <Link component={RouterLink} to={listPath('activities', filter, { field: 'dueAt', order: 'ASC' })}>
          {translate('activity.all_overdue', { count })}
        </Link>
      )}
    </Paper>
  );
}
