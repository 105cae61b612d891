import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useTranslate } from 'react-admin';
import { CopyField } from '../ui/copy-field';

interface Properties {
  readonly codes: readonly string[];
  readonly onClose: () => void;
}

/** Shows new recovery codes. The server does not show them again, so a click beside the dialog does not close it. */
export function RecoveryCodesDialog({ codes, onClose }: Properties) {
  const translate = useTranslate();
  const text = codes.join('\n');
  return (
    <Dialog open maxWidth="xs" fullWidth aria-labelledby="codes-title">
      <DialogTitle id="codes-title">{translate('profile.codes_title')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>{translate('profile.codes_text')}</DialogContentText>
        <CopyField label={translate('profile.codes')} text={text} rows={codes.length} />
      </DialogContent>
      <DialogActions>
        <Button
          component="a"
          href={URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }))}
          download="kontor-recovery-codes.txt"
        >
          {translate('profile.codes_download')}
        </Button>
        <Button variant="contained" onClick={onClose}>
          {translate('profile.codes_stored')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
