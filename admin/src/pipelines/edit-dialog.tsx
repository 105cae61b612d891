import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack } from '@mui/material';
import { isKontorError } from '@kontor/sdk';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { errorText, fieldErrorsOf } from '../api/errors';
import { changesOf, isSame } from '../data/changes';
import { usePipelineRefresh } from './use-write';

type Values = Readonly<Record<string, unknown>>;
export interface Input<V> {
  readonly values: V;
  readonly set: (changes: Partial<V>) => void;
  readonly errors: Readonly<Record<string, string>>;
}
interface Properties<V extends Values> {
  readonly title: string;
  /** The stored values; the defaults of a new record. */
  readonly stored: V;
  /** Saves the changed values. With a version, the server rejects the change if the record changed meanwhile. */
  readonly save: (changes: Partial<V>, version: number | undefined) => PromiseLike<unknown>;
  /** Reads the record again after a conflict; undefined for a new record. */
  readonly read?: () => PromiseLike<V & { readonly version: number }>;
  readonly version?: number;
  readonly labelOf: (name: string) => string;
  readonly textOf: (name: string, value: unknown) => string;
  readonly onClose: () => void;
  readonly children: (input: Input<V>) => ReactNode;
}

/**
 * A form in a dialog. Only changed values are sent. After a conflict the dialog shows what was saved meanwhile and
 * keeps what the person typed.
 */
export function EditDialog<V extends Values>(properties: Properties<V>) {
  const { title, stored, save, read, labelOf, textOf, onClose, children } = properties;
  const translate = useTranslate();
  const refresh = usePipelineRefresh();
  const [base, setBase] = useState({ stored, version: properties.version });
  const [values, setValues] = useState(stored);
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const [theirs, setTheirs] = useState<readonly string[]>([]);
  const reload = async () => {
    const current = await read?.();
    if (!current) return;
    const names = Object.keys(stored).filter((name) => !isSame(current[name], base.stored[name]));
    setTheirs(names.filter((name) => !isSame(current[name], values[name])));
    // Fields that the person did not touch follow the server.
    const untouched = names.filter((name) => isSame(values[name], base.stored[name]));
    const fresh = Object.fromEntries(Object.keys(stored).map((name) => [name, current[name]])) as V;
    setValues({ ...values, ...Object.fromEntries(untouched.map((name) => [name, current[name]])) });
    setBase({ stored: fresh, version: current.version });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setError(undefined);
    setTheirs([]);
    try {
      const changes = read ? (changesOf(base.stored, values) as Partial<V>) : values;
      if (Object.keys(changes).length > 0) await save(changes, base.version);
      await refresh();
      onClose();
    } catch (failure) {
      setError(failure);
      if (isKontorError(failure, 'stale-version')) await reload();
      setBusy(false);
    }
  };
  const errors = fieldErrorsOf(error);
  return (
    <Dialog open onClose={() => !isBusy && onClose()} maxWidth="xs" fullWidth aria-labelledby="edit-title">
      <form onSubmit={(event) => void submit(event)}>
        <DialogTitle id="edit-title">{title}</DialogTitle>
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 1 }}>
            {error !== undefined && (
              <Alert severity="error">
                {errorText(error)}
                {theirs.map((name) => (
                  <div key={name}>
                    {labelOf(name)}: <bdi>{textOf(name, base.stored[name])}</bdi>
                  </div>
                ))}
              </Alert>
            )}
            {children({ values, set: (changes) => setValues({ ...values, ...changes }), errors })}
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={isBusy}>
            {translate('app.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={isBusy}>
            {translate('app.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
