import { isKontorError } from '@kontor/sdk';
import { Box, Paper, Stack } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { callsOf, type RecordData } from '../../data/calls';
import { EmptyState, ErrorBoundary, ErrorNote, Loading } from '../../ui/feedback';
import type { RecordScreens } from '../record-screens';
import { FieldGroups } from './field-groups';
import { PageHeader } from './page-header';
import { PageTabs } from './page-tabs';

/** Returns the primary record if this record was merged. */
const mergedInto = (error: unknown): string | undefined => {
  if (!isKontorError(error) || error.status !== 410) return undefined;
  const id = error.problem?.['mergedInto'];
  return typeof id === 'string' ? id : undefined;
};

export const useRecord = ({ resource, include }: RecordScreens, id: string) =>
  useQuery({
    queryKey: ['record', id, include],
    queryFn: ({ signal }): Promise<RecordData> => callsOf(resource).get(id, { include: [...include], signal }),
  });

/** The page of any record: header, fields in groups, tabs. */
export function Screen({ screens }: { readonly screens: RecordScreens }) {
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const { data: record, error, refetch } = useRecord(screens, id);
  const primary = mergedInto(error);
  useEffect(() => {
    if (primary === undefined) return;
    notify('record.merged', { type: 'info' });
    void navigate(`/${screens.resource}/${primary}`, { replace: true });
  }, [primary, notify, navigate, screens.resource]);

  if (isKontorError(error) && error.status === 404)
    return (
      <EmptyState icon={<screens.icon />} title={translate('record.missing')} text={translate('record.missing_text')} />
    );
  if (!record)
    return error && primary === undefined ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <Loading />;
  return (
    <Stack spacing={2}>
      <PageHeader screens={screens} record={record} />
      {screens.Banner && (
        <ErrorBoundary title={translate('app.failed')}>
          <Suspense>
            <screens.Banner screens={screens} record={record} />
          </Suspense>
        </ErrorBoundary>
      )}
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: '1fr', lg: 'minmax(340px, 5fr) 7fr' },
          alignItems: 'start',
        }}
      >
        <ErrorBoundary title={translate('app.failed')}>
          <FieldGroups screens={screens} record={record} />
        </ErrorBoundary>
        <Paper variant="outlined" sx={{ minWidth: 0 }}>
          <PageTabs screens={screens} record={record} />
        </Paper>
      </Box>
    </Stack>
  );
}
