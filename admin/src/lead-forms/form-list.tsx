import FormIcon from '@mui/icons-material/DynamicFormOutlined';
import DeletedIcon from '@mui/icons-material/DeleteOutlined';
import {
  Button,
  Chip,
  Paper,
  Skeleton,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import type { LeadFormView } from '@kontor/sdk';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { useAction } from '../data/use-action';
import { StatusChip } from '../fields/field-value';
import { EmptyState, ErrorNote, Loading } from '../ui/feedback';
import { useFormats } from '../ui/profile';
import { Muted, UserText } from '../ui/text';

const SIZE = 50;

/** All lead forms with the submissions of the last 30 days. */
export function Screen() {
  const translate = useTranslate();
  const { can } = useAccess();
  const [isDeleted, setDeleted] = useState(false);
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey: ['lead-forms', 'list', isDeleted],
    initialPageParam: '',
    queryFn: async ({ pageParam }) => {
      const found = await kontor.leadForms.list({
        limit: SIZE,
        ...(isDeleted && { deleted: true }),
        ...(pageParam && { cursor: pageParam }),
      });
      return { data: found.data, pageInfo: found.pageInfo };
    },
    getNextPageParam: ({ pageInfo }) => pageInfo.nextCursor ?? undefined,
  });
  const forms = data?.pages.flatMap((page) => page.data) ?? [];
  const create = can('lead-forms', 'create') && (
    <Button variant="contained" component={Link} to="/lead-forms/create">
      {translate('lead_forms.create')}
    </Button>
  );
  return (
    <Stack spacing={1.5}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="h5" component="h1" sx={{ flex: 1 }}>
          {translate('lead_forms.many')}
        </Typography>
        <Chip
          icon={<DeletedIcon />}
          label={translate('list.deleted')}
          variant={isDeleted ? 'filled' : 'outlined'}
          color={isDeleted ? 'primary' : 'default'}
          aria-pressed={isDeleted}
          onClick={() => setDeleted(!isDeleted)}
          sx={{ height: 32 }}
        />
        {create}
      </Stack>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
        {isPending && !error && <Loading />}
        {data && forms.length === 0 && (
          <EmptyState
            icon={<FormIcon />}
            title={translate(isDeleted ? 'lead_forms.no_deleted' : 'lead_forms.none')}
            {...(!isDeleted && { text: translate('lead_forms.none_text') })}
          >
            {!isDeleted && create}
          </EmptyState>
        )}
        {forms.length > 0 && <FormTable forms={forms} isDeleted={isDeleted} />}
      </Paper>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {translate('record.older')}
        </Button>
      )}
    </Stack>
  );
}

function FormTable({ forms, isDeleted }: { readonly forms: readonly LeadFormView[]; readonly isDeleted: boolean }) {
  const translate = useTranslate();
  const { date } = useFormats();
  const wide = { display: { xs: 'none', sm: 'table-cell' } };
  return (
    <TableContainer>
      <Table size="small" aria-label={translate('lead_forms.many')}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('lead_forms.name')}</TableCell>
            <TableCell>{translate('lead_forms.state')}</TableCell>
            <TableCell>{translate(isDeleted ? 'list.deleted' : 'lead_forms.last_month')}</TableCell>
            <TableCell sx={wide}>{translate('lead_forms.source')}</TableCell>
            <TableCell sx={wide}>{translate('lead_forms.created')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {forms.map((form) => (
            <TableRow key={form.id} hover>
              <TableCell component="th" scope="row" sx={{ maxWidth: { xs: 130, sm: 280 }, fontWeight: 550 }}>
                <UserText {...(!isDeleted && { to: `/lead-forms/${form.id}` })}>{form.name}</UserText>
              </TableCell>
              <TableCell>
                <EnabledChip isEnabled={form.enabled} />
              </TableCell>
              <TableCell>{isDeleted ? <RestoreForm form={form} /> : <Numbers id={form.id} />}</TableCell>
              <TableCell sx={{ ...wide, maxWidth: 160 }}>
                <UserText>{form.source}</UserText>
              </TableCell>
              <TableCell sx={wide}>{date(form.createdAt)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

export function EnabledChip({ isEnabled }: { readonly isEnabled: boolean }) {
  const translate = useTranslate();
  return (
    <StatusChip
      value={isEnabled ? 'active' : 'inactive'}
      label={translate(isEnabled ? 'lead_forms.enabled_state' : 'lead_forms.disabled')}
    />
  );
}

function Numbers({ id }: { readonly id: string }) {
  const translate = useTranslate();
  const { data } = useQuery({ queryKey: ['lead-forms', id, 'stats'], queryFn: () => kontor.leadForms.getStats(id) });
  if (!data) return <Skeleton width={90} />;
  const count = (outcome: string) => data.byOutcome.find((one) => one.outcome === outcome)?.count ?? 0;
  const held = count('held');
  return (
    <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
      <span>{translate('lead_forms.accepted', { smart_count: count('accepted') })}</span>
      {held > 0 ? (
        <Chip
          clickable
          component={Link}
          to={`/lead-forms/${id}/submissions`}
          label={translate('lead_forms.to_review', { smart_count: held })}
          color="warning"
          variant="outlined"
          sx={{ color: 'text.primary' }}
        />
      ) : (
        <Muted>{data.total === 0 ? '' : translate('lead_forms.total', { smart_count: data.total })}</Muted>
      )}
    </Stack>
  );
}

function RestoreForm({ form }: { readonly form: LeadFormView }) {
  const translate = useTranslate();
  const { can } = useAccess();
  const { isBusy, run } = useAction(['lead-forms']);
  if (!can('lead-forms', 'update')) return null;
  return (
    <Button variant="outlined" loading={isBusy} onClick={() => void run(() => kontor.leadForms.restore(form.id))}>
      {translate('app.restore')}
    </Button>
  );
}
