import DownIcon from '@mui/icons-material/ArrowDownward';
import UpIcon from '@mui/icons-material/ArrowUpward';
import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  IconButton,
  Stack,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import { useLabels } from '../../metadata/record-type';
import type { RecordScreens } from '../record-screens';
import { useColumns } from './columns';

/** Chooses columns and their order. The choice is stored in the browser, and in a saved view on request. */
// oxlint-disable-next-line import/no-default-export -- `lazy` needs a default export
export default function ColumnDialog({
  screens,
  onClose,
}: {
  readonly screens: RecordScreens;
  readonly onClose: () => void;
}) {
  const translate = useTranslate();
  const { names, setNames, available, reset } = useColumns(screens);
  const { fieldLabel } = useLabels(screens.resource);
  const others = available.filter(({ name }) => !names.includes(name));
  const move = (at: number, step: number) => {
    const next = [...names];
    const [moved] = next.splice(at, 1);
    if (moved !== undefined) next.splice(at + step, 0, moved);
    setNames(next);
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="columns-title">
      <DialogTitle id="columns-title">{translate('list.columns')}</DialogTitle>
      <DialogContent>
        {names.map((name, at) => (
          <Stack key={name} direction="row" sx={{ alignItems: 'center' }}>
            <FormControlLabel
              sx={{ flex: 1 }}
              label={fieldLabel(name)}
              control={
                <Checkbox
                  checked
                  disabled={name === screens.title}
                  onChange={() => setNames(names.filter((one) => one !== name))}
                />
              }
            />
            <IconButton
              disabled={at === 0}
              onClick={() => move(at, -1)}
              aria-label={translate('list.move_up', { name: fieldLabel(name) })}
            >
              <UpIcon fontSize="small" />
            </IconButton>
            <IconButton
              disabled={at === names.length - 1}
              onClick={() => move(at, 1)}
              aria-label={translate('list.move_down', { name: fieldLabel(name) })}
            >
              <DownIcon fontSize="small" />
            </IconButton>
          </Stack>
        ))}
        {others.map(({ name }) => (
          <FormControlLabel
            key={name}
            sx={{ display: 'flex' }}
            label={fieldLabel(name)}
            control={<Checkbox checked={false} onChange={() => setNames([...names, name])} />}
          />
        ))}
      </DialogContent>
      <DialogActions>
        <Button onClick={reset}>{translate('list.reset_columns')}</Button>
        <Button variant="contained" onClick={onClose}>
          {translate('app.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
