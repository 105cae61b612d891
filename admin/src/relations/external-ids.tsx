import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import {
  Alert,
  Box,
  Button,
  IconButton,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableRow,
  TextField,
  Typography,
} from '@mui/material';
import { useState, type FormEvent } from 'react';
import { useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import { errorText } from '../api/errors';
import { useAction } from '../data/use-action';
import { useSave } from '../data/use-save';
import { ConflictDialog } from '../records/page/conflict-dialog';
import type { RecordComponentProperties } from '../records/record-screens';
import { Muted, UserText } from '../ui/text';

/** The ids of the record in other systems. */
export function ExternalIds({ screens, record }: RecordComponentProperties) {
  const translate = useTranslate();
  const { can } = useAccess();
  const saving = useSave(screens.resource, record, screens.include);
  const { isBusy, run } = useAction();
  const [system, setSystem] = useState('');
  const [value, setValue] = useState('');
  const [error, setError] = useState('');
  const ids = Object.entries((record['externalIds'] ?? {}) as Record<string, string>);
  const canEdit = can(screens.resource, 'update') && !screens.isReadOnly?.(record);
  const save = (name: string, id: string | null) =>
    run(async () => {
      setError('');
      const outcome = await saving.save({ externalIds: { [name]: id } });
      if (outcome.kind === 'failed') return setError(errorText(outcome.error));
      if (outcome.kind === 'saved' && id !== null) {
        setSystem('');
        setValue('');
      }
    });
  const add = (event: FormEvent) => {
    event.preventDefault();
    void save(system.trim(), value.trim());
  };
  return (
    <Box component="section" aria-label={translate('external.title')}>
      <Typography variant="subtitle2" component="h2" sx={{ mb: 0.5 }}>
        {translate('external.title')}
      </Typography>
      {ids.length === 0 && <Muted>{translate('external.none')}</Muted>}
      {ids.length > 0 && (
        <Table size="small" aria-label={translate('external.title')}>
          <TableBody>
            {ids.map(([name, id]) => (
              <TableRow key={name}>
                <TableCell component="th" scope="row" sx={{ width: 160, pl: 0 }}>
                  <UserText isCut={false}>{name}</UserText>
                </TableCell>
                <TableCell>
                  <UserText isCut={false}>{id}</UserText>
                </TableCell>
                {canEdit && (
                  <TableCell align="right" padding="none">
                    <IconButton
                      disabled={isBusy}
                      onClick={() => void save(name, null)}
                      aria-label={translate('external.remove', { name })}
                    >
                      <RemoveIcon fontSize="small" />
                    </IconButton>
                  </TableCell>
                )}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      <div role="status">
        {error && (
          <Alert severity="error" sx={{ mt: 1 }}>
            {error}
          </Alert>
        )}
      </div>
      {canEdit && (
        <Stack component="form" direction={{ xs: 'column', sm: 'row' }} spacing={1} onSubmit={add} sx={{ mt: 1.5 }}>
          <TextField
            required
            label={translate('external.system')}
            value={system}
            onChange={({ target }) => setSystem(target.value)}
            sx={{ maxWidth: { sm: 180 } }}
          />
          <TextField
            required
            label={translate('external.id')}
            value={value}
            onChange={({ target }) => setValue(target.value)}
          />
          <Button type="submit" variant="outlined" loading={isBusy}>
            {translate('record.add')}
          </Button>
        </Stack>
      )}
      {saving.conflict && (
        <ConflictDialog
          screens={screens}
          conflict={saving.conflict}
          onOverwrite={saving.overwrite}
          onDiscard={saving.discard}
        />
      )}
    </Box>
  );
}
