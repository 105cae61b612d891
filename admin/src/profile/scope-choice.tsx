import {
  Box,
  Checkbox,
  FormHelperText,
  FormLabel,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import { useAccess } from '../api/access';

const LEVELS = ['read', 'write', '*'] as const;
type Level = (typeof LEVELS)[number];
const WRITES = ['create', 'update', 'delete'];

interface Properties {
  readonly scopes: readonly string[];
  readonly onChange: (scopes: readonly string[]) => void;
  readonly error?: string;
}

/** Scopes by resource. A key has no more permissions than its creator, so only those are offered. */
export function ScopeChoice({ scopes, onChange, error }: Properties) {
  const translate = useTranslate();
  const { access } = useAccess();
  const resources = access?.resources.filter(({ actions }) => actions.length > 0) ?? [];
  const offers = (actions: readonly string[], level: Level): boolean => {
    if (level === 'read') return actions.includes('read');
    return level === '*' || WRITES.some((action) => actions.includes(action));
  };
  const toggle = (resource: string, level: Level) => {
    const scope = `${resource}:${level}`;
    if (scopes.includes(scope)) return onChange(scopes.filter((one) => one !== scope));
    // The scope for everything includes the others.
    const rest = level === '*' ? scopes.filter((one) => !one.startsWith(`${resource}:`)) : scopes;
    return onChange([...rest, scope]);
  };
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
      <FormLabel component="legend" sx={{ fontSize: '0.8125rem' }}>
        {translate('profile.scopes')}
      </FormLabel>
      {error && <FormHelperText error>{error}</FormHelperText>}
      <TableContainer sx={{ maxHeight: 320 }} tabIndex={0} role="region" aria-label={translate('profile.scopes')}>
        <Table size="small" stickyHeader>
          <TableHead>
            <TableRow>
              <TableCell>{translate('roles.resource')}</TableCell>
              {LEVELS.map((level) => (
                <TableCell key={level} align="center">
                  {translate(`profile.scope_${level === '*' ? 'all' : level}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {resources.map(({ resource, actions }) => {
              const label = translate(`resources.${resource}`, { _: resource });
              const isAll = scopes.includes(`${resource}:*`);
              return (
                <TableRow key={resource}>
                  <TableCell component="th" scope="row">
                    {label}
                  </TableCell>
                  {LEVELS.map((level) => (
                    <TableCell key={level} align="center" sx={{ p: 0 }}>
                      {offers(actions, level) && (
                        <Checkbox
                          checked={scopes.includes(`${resource}:${level}`) || isAll}
                          disabled={isAll && level !== '*'}
                          onChange={() => toggle(resource, level)}
                          slotProps={{ input: { 'aria-label': `${resource}:${level}` } }}
                        />
                      )}
                    </TableCell>
                  ))}
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </TableContainer>
    </Box>
  );
}
