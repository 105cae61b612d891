import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, TextField } from '@mui/material';
import { useState, type FormEvent } from 'react';
import { useTranslate } from 'react-admin';
import { instantOf, localTextOf } from '../fields/local-time';
import { useFormats } from '../ui/profile';
import { UserText } from '../ui/text';

interface Properties {
  readonly dueAt: string | null;
  readonly name: string;
  readonly onClose: () => void;
  readonly onChoose: (dueAt: string) => void;
}

/** Asks for another due time. */
// oxlint-disable-next-line import/no-default-export -- `lazy` needs a default export
export default function PostponeDialog({ dueAt, name, onClose, onChoose }: Properties) {
  const translate = useTranslate();
  const { timeZone } = useFormats();
  const [text, setText] = useState(localTextOf(dueAt ?? '', timeZone));
  const choose = (event: FormEvent) => {
    event.preventDefault();
    const instant = instantOf(text, timeZone);
    if (instant !== null) onChoose(instant);
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="postpone-title">
      <form onSubmit={choose}>
        <DialogTitle id="postpone-title">{translate('activity.postpone_title')}</DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            <UserText>{name}</UserText>
            <TextField
              required
              autoFocus
              type="datetime-local"
              label={translate('activity.due')}
              value={text}
              onChange={({ target }) => setText(target.value)}
              slotProps={{ inputLabel: { shrink: true } }}
            />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('app.cancel')}</Button>
          <Button type="submit" variant="contained">
            {translate('app.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
