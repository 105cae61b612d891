import { Box, Link, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { callsOf } from '../data/calls';
import { searchBodyOf } from '../data/filters';
import { listPath } from '../data/list-path';
import { totalText } from '../records/list/totals';
import { ErrorNote, Loading } from '../ui/feedback';
import { useFormats } from '../ui/profile';
import { Muted, UserText } from '../ui/text';
import { Card } from './card';

const FIRST = 5;
const FILTER = { facets: { status: ['new'] } };
const SORT = { field: 'createdAt', order: 'DESC' } as const;

/** Leads that nobody has contacted yet, the newest first. */
export function NewLeadsCard() {
  const translate = useTranslate();
  const { date } = useFormats();
  const path = listPath('leads', FILTER, SORT);
  const { data, error, refetch } = useQuery({
    queryKey: ['leads', 'new'],
    queryFn: ({ signal }) =>
      callsOf('leads').search?.(
        { ...searchBodyOf(FILTER), sort: ['-createdAt'], include: ['owner'], limit: FIRST, count: 'exact' },
        { signal },
      ) ?? null,
  });
  return (
    <Card title={translate('home.new_leads')} to={path}>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data && (
        <Typography variant="h5" component="p" sx={{ pb: 0.5 }}>
          <Link component={RouterLink} to={path} color="inherit" data-figure="new-leads">
            {totalText(data.total, translate)}
          </Link>
        </Typography>
      )}
      {data?.data.length === 0 && <Muted>{translate('home.no_new_leads')}</Muted>}
      {data?.data.map((lead) => (
        <Stack
          key={lead.id}
          direction="row"
          spacing={1}
          sx={{ py: 0.75, borderTop: 1, borderColor: 'divider', alignItems: 'baseline', fontSize: '0.8125rem' }}
        >
          <Box sx={{ flex: 1, minWidth: 0, fontWeight: 550 }}>
            <UserText to={`/leads/${lead.id}`}>{String(lead['name'] ?? '…')}</UserText>
          </Box>
          <Box sx={{ flex: 1, minWidth: 0, color: 'text.secondary' }}>
            <UserText>{String(lead['company'] ?? '')}</UserText>
          </Box>
          <Typography variant="caption" color="textSecondary" sx={{ whiteSpace: 'nowrap' }}>
            {date(String(lead['createdAt']))}
          </Typography>
        </Stack>
      ))}
    </Card>
  );
}
