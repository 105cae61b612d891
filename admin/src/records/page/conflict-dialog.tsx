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
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { errorText } from '../../api/errors';
import type { RecordData } from '../../data/calls';
import type { Conflict, Outcome } from '../../data/use-save';
import { FieldValue } from '../../fields/field-value';
import { useLabels, useRecordType } from '../../metadata/record-type';
import type { RecordScreens } from '../record-screens';

interface Properties {
  readonly screens: RecordScreens;
  readonly conflict: Conflict;
  readonly onOverwrite: () => Promise<Outcome> | undefined;
  readonly onDiscard: () => Promise<void>;
}

/** Shows what the person typed beside what somebody else saved meanwhile. Nothing is lost until the person decides. */
export function ConflictDialog({ screens, conflict, onOverwrite, onDiscard }: Properties) {
  const translate = useTranslate();
  const { field } = useRecordType(screens.resource);
  const { fieldLabel } = useLabels(screens.resource);
  const [error, setError] = useState('');
  const mine = { ...conflict.current, ...conflict.changes } as RecordData;
  const overwrite = async () => {
    const outcome = await onOverwrite();
    if (outcome?.kind === 'failed') setError(errorText(outcome.error));
  };
  const shown = conflict.fields.flatMap((name) => {
    const found = field(name);
    return found ? [found] : [];
  });
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
            {shown.map((one) => (
              <TableRow key={one.name}>
                <TableCell component="th" scope="row">
                  {fieldLabel(one.name)}
                </TableCell>
                <TableCell>
                  <FieldValue resource={screens.resource} field={one} record={mine} isLong />
                </TableCell>
                <TableCell>
                  <FieldValue resource={screens.resource} field={one} record={conflict.current} isLong />
                </TableCell>
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
