import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  Switch,
  Table,
  TableBody,
  TableCell,
  TableRow,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import { useAreShortcutsOn, useDestinations } from './shortcuts';

/** Lists the keys, and turns single keys on or off. */
// oxlint-disable-next-line import/no-default-export -- `lazy` needs a default export
export default function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const destinations = useDestinations();
  const [areOn, setOn] = useAreShortcutsOn();
  const always: [keys: readonly string[], text: string][] = [
    [['Ctrl', 'K'], translate('app.search')],
    [['?'], translate('shortcuts.help')],
  ];
  const single: [keys: readonly string[], text: string][] = [
    [['c'], translate('shortcuts.create')],
    ...destinations.map(({ key, label }): [string[], string] => [['g', key], translate(label)]),
  ];
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="shortcuts-title">
      <DialogTitle id="shortcuts-title">{translate('shortcuts.title')}</DialogTitle>
      <DialogContent>
        <Table size="small">
          <TableBody>
            {[...always, ...(areOn ? single : [])].map(([keys, text]) => (
              <TableRow key={text}>
                <TableCell component="th" scope="row">
                  {text}
                </TableCell>
                <TableCell align="right">
                  {keys.map((key) => (
                    <Key key={key}>{key}</Key>
                  ))}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
        <FormControlLabel
          sx={{ mt: 1 }}
          label={translate('shortcuts.single')}
          slotProps={{ typography: { variant: 'body2' } }}
          control={<Switch checked={areOn} onChange={({ target }) => setOn(target.checked)} />}
        />
      </DialogContent>
      <DialogActions>
        <Button variant="contained" autoFocus onClick={onClose}>
          {translate('app.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

const Key = ({ children }: { readonly children: string }) => (
  <Box
    component="kbd"
    sx={{ border: 1, borderColor: 'divider', borderRadius: 0.5, px: 0.75, ml: 0.5, fontFamily: 'inherit' }}
  >
    {children}
  </Box>
);
