import type { ActivityView } from '@kontor/sdk';
import { Button, Stack, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useState, type FormEvent } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { activityTitle, OWN_TYPES, type OwnType } from '../../activities/activity-fields';
import { QuickDetails } from '../../activities/quick-details';
import { useActivityRefresh } from '../../activities/use-steps';
import { useAccess } from '../../api/access';
import { errorText, fieldErrorsOf } from '../../api/errors';
import { kontor } from '../../api/kontor';
import { callsOf } from '../../data/calls';
import { ActionNote } from '../../ui/action-note';
import { useFormats } from '../../ui/profile';
import type { RecordComponentProperties } from '../record-screens';
import { bodyOf, linkOf, type Details } from '../../activities/quick-body';

const NOTE_MS = 10_000;

/** Adds a note, call, mail, meeting, task or deadline to a record without leaving the page. */
export function QuickActivity({ screens, record }: RecordComponentProperties) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useActivityRefresh();
  const { can } = useAccess();
  const { timeZone } = useFormats();
  const [type, setType] = useState<OwnType>('note');
  const [text, setText] = useState('');
  const [details, setDetails] = useState<Details>({});
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy || text.trim() === '') return;
    setBusy(true);
    setError(undefined);
    try {
      const body = bodyOf(type, text, details, timeZone);
      const created = (await callsOf(screens.resource).createActivity?.(record.id, body)) as ActivityView | undefined;
      setText('');
      setDetails({});
      await refresh();
      if (created) show(created);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const show = (created: ActivityView) => {
    const name = activityTitle({ ...created });
    if (!can('activities', 'delete')) return notify('record.created', { type: 'success' });
    const undo = async () => {
      await kontor.activities.delete(created.id, { ifMatch: created });
      await refresh();
    };
    return notify(<ActionNote text={translate('activity.added')} name={name} onUndo={undo} />, {
      autoHideDuration: NOTE_MS,
    });
  };
  return (
    <Stack
      component="form"
      spacing={1}
      onSubmit={(event) => void add(event)}
      aria-label={translate('record.add_activity')}
    >
      <ToggleButtonGroup
        exclusive
        size="small"
        value={type}
        onChange={(_, next: OwnType | null) => next && setType(next)}
        aria-label={translate('record.activity_type')}
        sx={{
          flexWrap: 'wrap',
          '& .MuiToggleButton-root': { textTransform: 'none', py: 0.25, px: 1.25, fontSize: '0.8125rem' },
        }}
      >
        {OWN_TYPES.map((one) => (
          <ToggleButton key={one} value={one}>
            {translate(`values.type.${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <TextField
        multiline
        minRows={2}
        value={text}
        onChange={({ target }) => setText(target.value)}
        placeholder={translate(`record.hint_${type}`)}
        error={error !== undefined}
        helperText={error === undefined ? undefined : errorText(error)}
        slotProps={{ htmlInput: { 'aria-label': translate('record.activity_text'), dir: 'auto' } }}
      />
      <QuickDetails
        type={type}
        details={details}
        errors={fieldErrorsOf(error)}
        onChange={(change) => setDetails((before) => ({ ...before, ...change }))}
      />
      <Stack direction="row" spacing={1} sx={{ justifyContent: 'flex-end', alignItems: 'center' }}>
        <Button component={Link} to={`/activities/create?type=${type}&${linkOf(screens.singular, record)}`}>
          {translate('activity.all_fields')}
        </Button>
        <Button type="submit" variant="contained" loading={isBusy} disabled={text.trim() === ''}>
          {translate('record.add')}
        </Button>
      </Stack>
    </Stack>
  );
}
