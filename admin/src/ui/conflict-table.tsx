import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
} from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { errorText } from '../api/errors';
import type { Outcome } from '../data/use-save';

interface Properties {
  readonly rows: readonly {
    readonly name: string;
    readonly label: string;
    readonly mine: ReactNode;
    readonly theirs: ReactNode;
  }[];
  readonly onOverwrite: () => Promise<Outcome> | undefined;
  readonly onDiscard: () => Promise<void>;
}

/** Shows what the person typed beside what somebody else saved meanwhile. Nothing is lost until the person decides. */
export function ConflictTable({ rows, onOverwrite, onDiscard }: Properties) {
  const translate = useTranslate();
  const [error, setError] = useState('');
  const overwrite = async () => {
    const outcome = await onOverwrite();
    if (outcome?.kind === 'failed') setError(errorText(outcome.error));
  };
  return (
    <Dialog open maxWidth="sm" fullWidth aria-labelledby="conflict-title">
      <DialogTitle id="conflict-title">{translate('record.conflict_title')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>{error || translate('record.conflict_text')}</DialogContentText>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{translate('record.field')}</TableCell>
              <TableCell>{translate('record.yours')}</TableCell>
              <TableCell>{translate('record.theirs')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(({ name, label, mine, theirs }) => (
              <TableRow key={name}>
                <TableCell component="th" scope="row">
                  {label}
                </TableCell>
                <TableCell>{mine}</TableCell>
                <TableCell>{theirs}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </DialogContent>
      <DialogActions>
        <Button onClick={() => void onDiscard()}>{translate('record.take_theirs')}</Button>
        <Button variant="contained" onClick={() => void overwrite()}>
          {translate('record.take_yours')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
