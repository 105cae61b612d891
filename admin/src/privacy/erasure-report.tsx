import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { ErasureRequestView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { DetailDialog } from '../settings/detail-dialog';
import { Facts } from '../settings/facts';
import { useFormats } from '../ui/profile';
import { RecordName } from '../ui/record-name';
import { ErasureStatus } from './erasure-status';
import { useKindName } from './use-kind-name';

const POLL_MS = 1_500;
const isOpen = (request: ErasureRequestView | undefined): boolean =>
  request?.status === 'waiting' || request?.status === 'running';

/** What an erasure has removed, made anonymous or left, and why. */
export function ErasureReport({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  const { data, error, refetch } = useQuery({
    queryKey: ['erasure-requests', id],
    queryFn: () => kontor.erasureRequests.get(id),
    refetchInterval: ({ state }) => (isOpen(state.data) ? POLL_MS : false),
  });
  return (
    <DetailDialog
      title={translate('erasure.report')}
      onClose={onClose}
      error={error}
      onRetry={() => void refetch()}
      isLoading={!data}
    >
      {data && (
        <>
          <Facts
            facts={[
              [translate('erasure.status'), <ErasureStatus key="status" status={data.status} />],
              [translate('erasure.requested'), dateTime(data.createdAt)],
              [translate('erasure.completed'), data.completedAt && dateTime(data.completedAt)],
              [
                translate('erasure.requested_by'),
                data.requestedById && <RecordName key="by" resource="users" id={data.requestedById} />,
              ],
              [translate('erasure.subject_hash'), data.subjectHash],
            ]}
          />
          <Lines request={data} />
        </>
      )}
    </DetailDialog>
  );
}

function Lines({ request }: { readonly request: ErasureRequestView }) {
  const translate = useTranslate();
  const { number } = useFormats();
  const kindName = useKindName();
  if (request.report.length === 0)
    return (
      <Typography variant="body2" color="textSecondary" role="status">
        {translate(isOpen(request) ? 'erasure.in_progress' : 'erasure.no_report')}
      </Typography>
    );
  const columns = ['removed', 'anonymised', 'retained'] as const;
  return (
    <Table size="small" aria-label={translate('erasure.report')}>
      <TableHead>
        <TableRow>
          <TableCell>{translate('erasure.resource')}</TableCell>
          {columns.map((name) => (
            <TableCell key={name} align="right">
              {translate(`erasure.${name}`)}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {request.report.map((line, at) => (
          <TableRow key={at}>
            <TableCell component="th" scope="row">
              {kindName(line.resource)}
              {line.reason && (
                <Typography variant="caption" color="textSecondary" component="div">
                  {translate(`erasure.reason_${line.reason}`)}
                </Typography>
              )}
            </TableCell>
            {columns.map((name) => (
              <TableCell key={name} align="right">
                {number(line[name])}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
