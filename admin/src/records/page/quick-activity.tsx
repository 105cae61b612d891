import { Button, Stack, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { errorText } from '../../api/errors';
import { callsOf } from '../../data/calls';
import { instantOf } from '../../fields/local-time';
import { useFormats } from '../../ui/profile';
import type { RecordComponentProperties } from '../record-screens';

const TYPES = ['note', 'call', 'email', 'meeting', 'task'] as const;

/** Adds a note, call, mail, meeting or task to a record without leaving the page. */
export function QuickActivity({ screens, record }: RecordComponentProperties) {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const { timeZone } = useFormats();
  const [type, setType] = useState<(typeof TYPES)[number]>('note');
  const [text, setText] = useState('');
  const [due, setDue] = useState('');
  const [isBusy, setBusy] = useState(false);
  const isTask = type === 'task' || type === 'meeting';
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const [subject = '', ...rest] = text.trim().split('\n');
    if (isBusy || subject === '') return;
    setBusy(true);
    try {
      await callsOf(screens.resource).createActivity?.(record.id, {
        type,
        subject: subject.slice(0, 255),
        ...(rest.length > 0 && { description: rest.join('\n').trim() }),
        ...(isTask && due !== '' && { dueAt: instantOf(due, timeZone) }),
        ...(!isTask && { status: 'completed' }),
      });
      setText('');
      setDue('');
      await client.invalidateQueries({ queryKey: ['record', record.id, 'timeline'] });
    } catch (error) {
      notify(errorText(error), { type: 'error' });
    } finally {
      setBusy(false);
    }
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
        onChange={(_, next: typeof type | null) => next && setType(next)}
        aria-label={translate('record.activity_type')}
        sx={{
          flexWrap: 'wrap',
          '& .MuiToggleButton-root': { textTransform: 'none', py: 0.25, px: 1.25, fontSize: '0.8125rem' },
        }}
      >
        {TYPES.map((one) => (
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
        slotProps={{ htmlInput: { 'aria-label': translate('record.activity_text'), dir: 'auto' } }}
      />
      <Stack direction="row" spacing={1} sx={{ justifyContent: 'flex-end', alignItems: 'center' }}>
        {isTask && (
          <TextField
            type="datetime-local"
            value={due}
            onChange={({ target }) => setDue(target.value)}
            label={translate('record.due')}
            slotProps={{ inputLabel: { shrink: true } }}
            sx={{ width: 210 }}
          />
        )}
        <Button type="submit" variant="contained" loading={isBusy} disabled={text.trim() === ''}>
          {translate('record.add')}
        </Button>
      </Stack>
    </Stack>
  );
}
