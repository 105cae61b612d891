import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useTranslate } from 'react-admin';

/** Asks before typed text is lost. */
export function LeaveDialog({ onStay, onLeave }: { readonly onStay: () => void; readonly onLeave: () => void }) {
  const translate = useTranslate();
  return (
    <Dialog open onClose={onStay} maxWidth="xs" fullWidth aria-labelledby="leave-title">
      <DialogTitle id="leave-title">{translate('record.leave_title')}</DialogTitle>
      <DialogContent>
        <DialogContentText>{translate('record.leave_text')}</DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={onLeave}>{translate('record.leave')}</Button>
        <Button variant="contained" autoFocus onClick={onStay}>
          {translate('record.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
