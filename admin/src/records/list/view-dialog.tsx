import { Button, Dialog, DialogActions, DialogContent, DialogTitle, MenuItem, Stack, TextField } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslate } from 'react-admin';
import { useAccess } from '../../api/access';
import { kontor } from '../../api/kontor';
import { ErrorNote } from '../../ui/feedback';

interface Properties {
  readonly resource: string;
  /** Filter, columns and order. */
  readonly content: object;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

/** Saves filter, columns and order under a name, for oneself, the team or everybody. */
// oxlint-disable-next-line import/no-default-export -- `lazy` needs a default export
export default function ViewDialog({ resource, content, onClose, onSaved }: Properties) {
  const translate = useTranslate();
  const client = useQueryClient();
  const { can } = useAccess();
  const [name, setName] = useState('');
  const [scope, setScope] = useState('private');
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const scopes = can('views', 'share') ? ['private', 'team', 'shared'] : ['private'];
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const { id } = await kontor.views.create({ resource, name, scope, ...content } as never);
      await client.invalidateQueries({ queryKey: ['views', resource] });
      onSaved(id);
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="view-title">
      <form onSubmit={(event) => void save(event)}>
        <DialogTitle id="view-title">{translate('views.save')}</DialogTitle>
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 1 }}>
            {error !== undefined && <ErrorNote error={error} />}
            <TextField
              required
              autoFocus
              label={translate('views.name')}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
            <TextField
              select
              label={translate('views.scope')}
              value={scope}
              onChange={({ target }) => setScope(target.value)}
            >
              {scopes.map((one) => (
                <MenuItem key={one} value={one}>
                  {translate(`views.scope_${one}`)}
                </MenuItem>
              ))}
            </TextField>
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('app.cancel')}</Button>
          <Button type="submit" variant="contained" loading={isBusy}>
            {translate('app.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
