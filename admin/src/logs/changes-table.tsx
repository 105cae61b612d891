import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Muted, UserText } from '../ui/text';

interface Properties {
  readonly changes: Readonly<Record<string, { readonly from?: unknown; readonly to?: unknown }>>;
}

function Value({ value }: { readonly value: unknown }) {
  if (value === null || value === undefined) return <Muted>—</Muted>;
  return <UserText isCut={false}>{typeof value === 'string' ? value : JSON.stringify(value, null, 1)}</UserText>;
}

/** Each changed field before and after. */
export function ChangesTable({ changes }: Properties) {
  const translate = useTranslate();
  return (
    <Table size="small" aria-label={translate('audit.changes')}>
      <TableHead>
        <TableRow>
          <TableCell>{translate('record.field')}</TableCell>
          <TableCell>{translate('audit.before')}</TableCell>
          <TableCell>{translate('audit.after')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {Object.entries(changes).map(([name, { from, to }]) => (
          <TableRow key={name} sx={{ verticalAlign: 'top' }}>
            <TableCell component="th" scope="row">
              {name}
            </TableCell>
            <TableCell>
              <Value value={from} />
            </TableCell>
            <TableCell>
              <Value value={to} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
