import { Button, Stack, TextField, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import type { SettingView } from '@kontor/sdk';
import { useId, useState, type FormEvent } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { ActionDialog } from '../ui/action-dialog';
import { kontor } from '../api/kontor';
import { ErrorNote } from '../ui/feedback';
import { useSetting } from './use-setting';

interface Properties {
  readonly setting: SettingView;
  readonly label: string;
  readonly canSave: boolean;
}

/** A secret can be written and removed, and never read. */
export function SecretInput({ setting, label, canSave }: Properties) {
  const translate = useTranslate();
  const notify = useNotify();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isRemoving, setRemoving] = useState(false);
  const state = useSetting(setting);
  const error = state.errors['value'];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (typed === '' || !(await state.save(typed))) return;
    setTyped('');
    notify('company.saved', { type: 'success', messageArgs: { name: label } });
  };
  const stored = setting.last4
    ? translate('company.secret_ends', { last: setting.last4 })
    : translate(setting.isSet ? 'company.secret_set' : 'company.secret_unset');
  return (
    <Stack component="form" spacing={1.5} onSubmit={(event) => void submit(event)}>
      {state.error !== undefined && error === undefined && <ErrorNote error={state.error} />}
      <Typography variant="body2">{stored}</Typography>
      {canSave && (
        <>
          <TextField
            id={id}
            type="password"
            label={translate(setting.isSet ? 'company.secret_replace' : 'company.secret_new')}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            error={error !== undefined}
            helperText={error}
            autoComplete="off"
          />
          <Stack direction="row" spacing={1}>
            <Button type="submit" variant="contained" disabled={typed === ''} loading={state.isBusy}>
              {translate('app.save')}
            </Button>
            {setting.isSet && (
              <Button color="error" onClick={() => setRemoving(true)}>
                {translate('company.secret_remove')}
              </Button>
            )}
          </Stack>
        </>
      )}
      {isRemoving && <RemoveDialog setting={setting} label={label} onClose={() => setRemoving(false)} />}
    </Stack>
  );
}

interface RemoveProperties {
  readonly setting: SettingView;
  readonly label: string;
  readonly onClose: () => void;
}

function RemoveDialog({ setting, label, onClose }: RemoveProperties) {
  const translate = useTranslate();
  const client = useQueryClient();
  return (
    <ActionDialog
      title={translate('company.secret_remove_title', { name: label })}
      text={translate('company.secret_remove_text')}
      button={translate('company.secret_remove')}
      isDanger
      onSubmit={async () => {
        await kontor.settings.set(setting.key, { value: null });
        await client.invalidateQueries({ queryKey: ['settings'] });
      }}
      onClose={onClose}
    />
  );
}
