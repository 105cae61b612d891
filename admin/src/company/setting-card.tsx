import HistoryIcon from '@mui/icons-material/HistoryOutlined';
import { Box, Button, IconButton, Stack, Typography } from '@mui/material';
import type { SettingView } from '@kontor/sdk';
import { useState, type FormEvent } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import { isSame } from '../data/changes';
import { ChangeHistory } from '../settings/change-history';
import { Section } from '../settings/settings-page';
import { ConflictTable } from '../ui/conflict-table';
import { ErrorNote } from '../ui/feedback';
import { useFormats } from '../ui/profile';
import { UserText } from '../ui/text';
import { SecretInput } from './secret-input';
import { SettingInput } from './setting-input';
import { useSetting } from './use-setting';
import { useSettingText } from './setting-text';

/** One setting: what it is for, its input, its default, and who changed it. */
export function SettingCard({ setting }: { readonly setting: SettingView }) {
  const translate = useTranslate();
  const { label, text } = useSettingText(setting);
  const { can } = useAccess();
  const [isHistory, setHistory] = useState(false);
  const canSave = can('settings', 'manage');
  return (
    <Section
      title={label}
      text={text}
      actions={
        <IconButton
          onClick={() => setHistory(!isHistory)}
          aria-expanded={isHistory}
          aria-label={translate('company.history', { name: label })}
        >
          <HistoryIcon fontSize="small" />
        </IconButton>
      }
    >
      {setting.isSecret ? (
        <SecretInput setting={setting} label={label} canSave={canSave} />
      ) : (
        <SettingForm setting={setting} canSave={canSave} />
      )}
      {isHistory && (
        <Box sx={{ mt: 2 }}>
          <ChangeHistory resource="settings" id={setting.key} labels={{ value: label }} />
        </Box>
      )}
    </Section>
  );
}

function SettingForm({ setting, canSave }: { readonly setting: SettingView; readonly canSave: boolean }) {
  const translate = useTranslate();
  const notify = useNotify();
  const { dateTime } = useFormats();
  const { label, show } = useSettingText(setting);
  const state = useSetting(setting);
  const store = async (value: unknown) => {
    if (await state.save(value)) notify('company.saved', { type: 'success', messageArgs: { name: label } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (state.isChanged) void store(state.value);
  };
  const elsewhere = Object.keys(state.errors).filter((name) => name !== 'value');
  const facts = [
    translate('company.default', { value: show(setting.default) }),
    ...(setting.updatedAt ? [translate('company.set_at', { at: dateTime(setting.updatedAt) })] : []),
  ];
  return (
    <Stack component="form" spacing={1.5} onSubmit={submit}>
      {state.error !== undefined && (elsewhere.length > 0 || state.errors['value'] === undefined) && (
        <ErrorNote error={state.error} />
      )}
      <SettingInput
        setting={setting}
        label={label}
        value={state.value}
        onChange={state.set}
        isDisabled={!canSave}
        {...(state.errors['value'] !== undefined && { error: state.errors['value'] })}
      />
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        {canSave && (
          <>
            {state.isChanged && (
              <>
                <Button type="submit" variant="contained" loading={state.isBusy}>
                  {translate('app.save')}
                </Button>
                <Button onClick={state.reset}>{translate('app.cancel')}</Button>
              </>
            )}
            {!state.isChanged && setting.isSet && !isSame(setting.value, setting.default) && (
              <Button onClick={() => void store(null)} disabled={state.isBusy}>
                {translate('company.reset')}
              </Button>
            )}
          </>
        )}
        <Typography variant="caption" color="textSecondary" component="div" sx={{ flex: 1, minWidth: 180 }}>
          <UserText isCut={false}>{facts.join(' · ')}</UserText>
        </Typography>
      </Stack>
      {state.conflict && (
        <ConflictTable
          rows={[
            {
              name: 'value',
              label,
              mine: <UserText isCut={false}>{show(state.value)}</UserText>,
              theirs: <UserText isCut={false}>{show(state.conflict.theirs)}</UserText>,
            },
          ]}
          onOverwrite={state.overwrite}
          onDiscard={state.discard}
        />
      )}
    </Stack>
  );
}
