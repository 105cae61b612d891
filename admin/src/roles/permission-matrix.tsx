import LockIcon from '@mui/icons-material/LockOutlined';
import {
  Box,
  Checkbox,
  FormControlLabel,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Tooltip,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { PermissionView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { ErrorNote, Loading } from '../ui/feedback';
import { useGrants } from './use-grants';

/** Actions with a column of their own. Other actions stand together in the last column. */
const COLUMNS = ['read', 'create', 'update', 'delete'];

const usePermissions = () =>
  useQuery({ queryKey: ['permissions'], queryFn: () => kontor.roles.listPermissions(), staleTime: Infinity });

interface Properties {
  readonly chosen: readonly string[];
  readonly onChange: (permissions: string[]) => void;
  readonly isDisabled: boolean;
}

/** Permissions by resource and action. A lock marks what the person does not have and so cannot give or take. */
export function PermissionMatrix({ chosen, onChange, isDisabled }: Properties) {
  const translate = useTranslate();
  const { data, error, refetch } = usePermissions();
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const resources = [...new Set(data.data.map(({ resource }) => resource))];
  const toggle = (name: string) =>
    onChange(chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name].toSorted());
  const cell = (permission: PermissionView | undefined, isNamed = false) =>
    permission && (
      <PermissionBox
        permission={permission}
        isChosen={chosen.includes(permission.name)}
        isDisabled={isDisabled}
        isNamed={isNamed}
        onToggle={() => toggle(permission.name)}
      />
    );
  return (
    <TableContainer tabIndex={0} role="region" aria-label={translate('roles.permissions')}>
      <Table size="small" aria-label={translate('roles.permissions')}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('roles.resource')}</TableCell>
            {COLUMNS.map((action) => (
              <TableCell key={action} align="center">
                {translate(`roles.action_${action}`)}
              </TableCell>
            ))}
            <TableCell>{translate('roles.action_more')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {resources.map((resource) => {
            const own = data.data.filter((one) => one.resource === resource);
            return (
              <TableRow key={resource} hover>
                <TableCell component="th" scope="row" sx={{ fontWeight: 550, whiteSpace: 'nowrap' }}>
                  {translate(`resources.${resource}`, { _: resource })}
                </TableCell>
                {COLUMNS.map((action) => (
                  <TableCell key={action} align="center" sx={{ p: 0 }}>
                    {cell(own.find((one) => one.action === action))}
                  </TableCell>
                ))}
                <TableCell sx={{ py: 0 }}>
                  <Box sx={{ display: 'flex', flexWrap: 'wrap' }}>
                    {own
                      .filter(({ action }) => !COLUMNS.includes(action))
                      .map((one) => (
                        <Box key={one.name}>{cell(one, true)}</Box>
                      ))}
                  </Box>
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

interface BoxProperties {
  readonly permission: PermissionView;
  readonly isChosen: boolean;
  readonly isDisabled: boolean;
  readonly isNamed: boolean;
  readonly onToggle: () => void;
}

function PermissionBox({ permission, isChosen, isDisabled, isNamed, onToggle }: BoxProperties) {
  const translate = useTranslate();
  const { canGrant } = useGrants();
  const { name, resource, action, description } = permission;
  const isLocked = !canGrant(name) && !isDisabled;
  const actionLabel = translate(`roles.action_${action}`, { _: action });
  const label = `${translate(`resources.${resource}`, { _: resource })}: ${actionLabel}`;
  const reason = isLocked ? translate('roles.not_held') : '';
  const box = (
    <Checkbox
      checked={isChosen}
      disabled={isDisabled || isLocked}
      onChange={onToggle}
      slotProps={{ input: { 'aria-label': reason ? `${label}. ${reason}` : label } }}
      sx={{ p: 0.75 }}
    />
  );
  return (
    <Tooltip title={[description, reason].filter(Boolean).join(' ')} describeChild>
      <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', position: 'relative' }}>
        {isNamed ? (
          <FormControlLabel control={box} label={actionLabel} slotProps={{ typography: { variant: 'body2' } }} />
        ) : (
          box
        )}
        {isLocked && <LockIcon sx={{ fontSize: 12, color: 'text.secondary', ml: isNamed ? -1.5 : -0.75, mr: 0.5 }} />}
      </Box>
    </Tooltip>
  );
}
