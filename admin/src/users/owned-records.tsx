import { LinearProgress, Table, TableBody, TableCell, TableRow, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { OwnedRecordsView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { ErrorNote } from '../ui/feedback';
import { useFormats } from '../ui/profile';

export const useOwnedRecords = (userId: string, isEnabled = true) =>
  useQuery({
    queryKey: ['users', userId, 'owned'],
    enabled: isEnabled,
    staleTime: 0,
    queryFn: ({ signal }) => kontor.users.countOwnedRecords(userId, { signal }),
  });

/** How many records of each type a user owns. */
export function OwnedRecords({
  data,
  error,
}: {
  readonly data: OwnedRecordsView | undefined;
  readonly error: unknown;
}) {
  const translate = useTranslate();
  const { number } = useFormats();
  if (error) return <ErrorNote error={error} />;
  if (!data) return <LinearProgress aria-label={translate('app.loading')} />;
  if (data.total === 0) return <Typography role="status">{translate('users.owns_nothing')}</Typography>;
  return (
    <Table size="small" aria-label={translate('users.owned')}>
      <TableBody>
        {data.records
          .filter(({ count }) => count > 0)
          .map(({ resource, count }) => (
            <TableRow key={resource}>
              <TableCell component="th" scope="row">
                {translate(`records.${resource}.many`, { _: resource })}
              </TableCell>
              <TableCell align="right" sx={{ fontVariantNumeric: 'tabular-nums' }}>
                {number(count)}
              </TableCell>
            </TableRow>
          ))}
      </TableBody>
    </Table>
  );
}
