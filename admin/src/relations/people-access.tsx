import type { AccessExplanationView, Permission } from '@kontor/sdk';
import AllowedIcon from '@mui/icons-material/CheckCircleOutlined';
import DeniedIcon from '@mui/icons-material/BlockOutlined';
import {
  Box,
  Skeleton,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import { errorText } from '../api/errors';
import { kontor } from '../api/kontor';
import { Pages } from '../records/page/pages';
import type { RecordComponentProperties } from '../records/record-screens';
import { useProfile } from '../ui/profile';
import { Muted, UserText } from '../ui/text';

const ACTIONS = ['read', 'update', 'delete'] as const;
const PER_PAGE = 8;

const useExplanation = (resource: string, id: string, action: string, userId: string) =>
  useQuery({
    queryKey: ['record', id, 'access', action, userId],
    queryFn: () => kontor.access.explain({ permission: `${resource}:${action}` as Permission, resource, id, userId }),
    retry: false,
  });

/** Explains who can see the record and by which rule. Other people only with the permission to read roles. */
export function PeopleAccess({ screens: { resource }, record }: RecordComponentProperties) {
  const translate = useTranslate();
  const { can } = useAccess();
  const me = useProfile();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const seesOthers = can('roles', 'read') && can('users', 'read');
  return (
    <Box component="section" aria-label={translate('access.title')}>
      <Typography variant="subtitle2" component="h2" sx={{ mb: 1 }}>
        {translate('access.title')}
      </Typography>
      {me && <OwnAccess resource={resource} id={record.id} userId={me.id} />}
      {seesOthers && (
        <>
          <TextField
            type="search"
            label={translate('access.find')}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            sx={{ mt: 2, mb: 1, maxWidth: 320 }}
          />
          <Pages<{ id: string; name: string }>
            queryKey={['users', 'access', q]}
            read={({ cursor, signal }) =>
              kontor.users.search(
                { limit: PER_PAGE, sort: ['name'], ...(q && { q }), ...(typeof cursor === 'string' && { cursor }) },
                { signal: signal as AbortSignal },
              )
            }
            keyOf={({ id }) => id}
            empty={{ title: translate('access.nobody'), isSmall: true }}
            more={translate('access.more')}
          >
            {(user) => <PersonAccess resource={resource} id={record.id} user={user} />}
          </Pages>
        </>
      )}
    </Box>
  );
}

function OwnAccess({
  resource,
  id,
  userId,
}: {
  readonly resource: string;
  readonly id: string;
  readonly userId: string;
}) {
  const translate = useTranslate();
  return (
    <Table size="small" aria-label={translate('access.own')}>
      <TableHead>
        <TableRow>
          <TableCell>{translate('access.own')}</TableCell>
          <TableCell>{translate('access.reason')}</TableCell>
          <TableCell sx={{ display: { xs: 'none', sm: 'table-cell' } }}>{translate('access.roles')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {ACTIONS.map((action) => (
          <OwnAction key={action} resource={resource} id={id} userId={userId} action={action} />
        ))}
      </TableBody>
    </Table>
  );
}

interface OwnActionProperties {
  readonly resource: string;
  readonly id: string;
  readonly userId: string;
  readonly action: string;
}

function OwnAction({ resource, id, userId, action }: OwnActionProperties) {
  const translate = useTranslate();
  const { data, error } = useExplanation(resource, id, action, userId);
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {translate(`access.action_${action}`)}
      </TableCell>
      <TableCell>
        <Reason explanation={data} error={error} />
      </TableCell>
      <TableCell sx={{ display: { xs: 'none', sm: 'table-cell' } }}>
        <UserText isCut={false}>{data?.grantedBy.join(', ') || '—'}</UserText>
      </TableCell>
    </TableRow>
  );
}

interface PersonProperties {
  readonly resource: string;
  readonly id: string;
  readonly user: { readonly id: string; readonly name: string };
}

function PersonAccess({ resource, id, user }: PersonProperties) {
  const { data, error } = useExplanation(resource, id, 'read', user.id);
  return (
    <Stack
      direction={{ xs: 'column', sm: 'row' }}
      sx={{ py: 0.75, borderBottom: 1, borderColor: 'divider', fontSize: '0.8125rem' }}
    >
      <Box sx={{ width: { sm: 180 }, minWidth: 0, flexShrink: 0, fontWeight: 550 }}>
        <UserText>{user.name}</UserText>
      </Box>
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Reason explanation={data} error={error} />
      </Box>
    </Stack>
  );
}

interface ReasonProperties {
  readonly explanation: AccessExplanationView | undefined;
  readonly error: unknown;
}

/** Whether a person may do something, with the rule that decides. */
function Reason({ explanation, error }: ReasonProperties) {
  const translate = useTranslate();
  if (error) return <Muted>{errorText(error)}</Muted>;
  if (!explanation) return <Skeleton width={180} />;
  const { allowed, rule, detail, wouldBeGrantedBy } = explanation;
  const Icon = allowed ? AllowedIcon : DeniedIcon;
  return (
    <Stack direction="row" spacing={0.75} sx={{ alignItems: 'flex-start' }}>
      <Icon
        color={allowed ? 'success' : 'disabled'}
        titleAccess={translate(allowed ? 'app.yes' : 'app.no')}
        sx={{ fontSize: 18, mt: 0.125 }}
      />
      <span>
        {translate(`access.rule_${rule.replaceAll('-', '_')}`, { _: detail })}
        {wouldBeGrantedBy.length > 0 && (
          <Muted> {translate('access.would', { roles: wouldBeGrantedBy.join(', ') })}</Muted>
        )}
      </span>
    </Stack>
  );
}
