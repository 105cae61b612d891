import AddIcon from '@mui/icons-material/Add';
import {
  Box,
  Button,
  Link,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableRow,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useAccess } from '../api/access';
import { callsOf, type RecordData } from '../data/calls';
import { FieldValue } from '../fields/field-value';
import { useRecordType } from '../metadata/record-type';
import { screensOf } from '../records';
import { totalText } from '../records/list/totals';
import { titleOf, type RecordComponentProperties, type Relation } from '../records/record-screens';
import { ErrorBoundary, ErrorNote, Loading } from '../ui/feedback';
import { Muted, UserText } from '../ui/text';

const MOST = 10;

/** Records of other types that name this record, such as the contacts and deals of a company. */
export function Tab({ screens, record }: RecordComponentProperties) {
  const { can } = useAccess();
  return (
    <Stack spacing={3}>
      {(screens.related ?? [])
        .filter(({ resource }) => can(resource, 'read'))
        .map((relation) => (
          <RelatedRecords
            key={relation.resource}
            relation={relation}
            record={record}
            isOpen={!screens.isReadOnly?.(record)}
          />
        ))}
    </Stack>
  );
}

interface Properties {
  readonly relation: Relation;
  readonly record: RecordData;
  readonly isOpen: boolean;
}

function RelatedRecords({ relation: { resource, field, shown }, record, isOpen }: Properties) {
  const translate = useTranslate();
  const { can } = useAccess();
  const screens = screensOf(resource);
  const where = { field, op: 'eq', value: record.id };
  const { data, error, refetch } = useQuery({
    queryKey: [resource, 'related', field, record.id],
    queryFn: () =>
      callsOf(resource).search?.({
        filter: where,
        sort: ['-createdAt'],
        limit: MOST,
        count: 'exact',
        include: [...(screens?.include ?? [])],
      }) ?? null,
  });
  const title = translate(`records.${resource}.many`);
  const hasMore = data?.pageInfo.hasMore === true;
  return (
    <Box component="section" aria-label={title}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'baseline', mb: 0.5 }}>
        <Typography variant="subtitle2" component="h2">
          {title}
        </Typography>
        <Muted>{totalText(data?.total, translate)}</Muted>
        {isOpen && can(resource, 'create') && (
          <Button
            component={RouterLink}
            to={`/${resource}/create?${field}=${record.id}`}
            startIcon={<AddIcon />}
            sx={{ ml: 'auto !important' }}
          >
            {translate(`records.${resource}.create`)}
          </Button>
        )}
      </Stack>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data?.data.length === 0 && <Muted>{translate('related.none')}</Muted>}
      {data && data.data.length > 0 && <Rows resource={resource} shown={shown} records={data.data} />}
      {hasMore && (
        <Link
          component={RouterLink}
          variant="body2"
          to={`/${resource}?filter=${encodeURIComponent(JSON.stringify({ where }))}`}
          sx={{ display: 'inline-block', mt: 1 }}
        >
          {translate('related.all', { count: totalText(data?.total, translate) })}
        </Link>
      )}
    </Box>
  );
}

interface RowsProperties {
  readonly resource: string;
  readonly shown: readonly string[];
  readonly records: readonly RecordData[];
}

function Rows({ resource, shown, records }: RowsProperties) {
  const translate = useTranslate();
  const { field } = useRecordType(resource);
  const screens = screensOf(resource);
  const fields = shown.flatMap((name) => field(name) ?? []);
  return (
    <TableContainer>
      <Table size="small" aria-label={translate(`records.${resource}.many`)}>
        <TableBody>
          {records.map((one) => (
            <TableRow key={one.id}>
              <TableCell component="th" scope="row" sx={{ maxWidth: 220, pl: 0 }}>
                <UserText to={`/${resource}/${one.id}`}>{screens ? titleOf(screens, one) : one.id}</UserText>
              </TableCell>
              {fields.map((each, at) => (
                <TableCell
                  key={each.name}
                  sx={{
                    maxWidth: 180,
                    whiteSpace: 'nowrap',
                    ...(at > 0 && { display: { xs: 'none', sm: 'table-cell' } }),
                  }}
                >
                  <ErrorBoundary title="">
                    <FieldValue resource={resource} field={each} record={one} />
                  </ErrorBoundary>
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
