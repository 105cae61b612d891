import type { LeadParseView } from '@kontor/sdk';
import { Box, Button, Paper, Stack, TextField, Typography } from '@mui/material';
import { useRef, useState, type FormEvent } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useBlocker, useNavigate } from 'react-router-dom';
import { fieldErrorsOf } from '../../api/errors';
import { kontor } from '../../api/kontor';
import { changesOf } from '../../data/changes';
import { useAction } from '../../data/use-action';
import { LeaveDialog } from '../../records/create/leave-dialog';
import { ErrorNote } from '../../ui/feedback';
import { KnownLeads } from './known-leads';
import { MarkedText } from './marked-text';
import { ParsedFields } from './parsed-fields';

const LONGEST = 20_000;
type Values = Readonly<Record<string, unknown>>;

/** Creates a lead from pasted text: the server reads the text, the person corrects the fields and saves. */
export function Screen() {
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const { isBusy, run } = useAction(['leads']);
  const [text, setText] = useState('');
  const [parsed, setParsed] = useState<LeadParseView>();
  const [corrections, setCorrections] = useState<Values>({});
  const [searched, setSearched] = useState<Values>({});
  const [active, setActive] = useState<string>();
  const [error, setError] = useState<unknown>();
  const isSaved = useRef(false);
  const blocker = useBlocker(() => text.trim() !== '' && !isSaved.current);
  const draft = (parsed?.draft ?? {}) as Values;
  const values = { ...draft, ...corrections };
  const errors = fieldErrorsOf(error);

  const read = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      setError(undefined);
      const found = await kontor.leads.parseText({ text });
      setParsed(found);
      setSearched({ ...found.draft, ...corrections });
    }, setError);
  };
  const save = () =>
    void run(async () => {
      setError(undefined);
      const { id } = await kontor.leads.createFromText({ text, overrides: changesOf(draft, values) });
      isSaved.current = true;
      notify('record.created', { type: 'success' });
      void navigate(`/leads/${id}`, { replace: true });
    }, setError);

  return (
    <Stack spacing={2} sx={{ maxWidth: 1200, mx: 'auto' }}>
      <Box>
        <Typography variant="h5" component="h1">
          {translate('leads.from_text')}
        </Typography>
        <Typography color="textSecondary">{translate('from_text.intro')}</Typography>
      </Box>
      <div role="status">{error !== undefined && <ErrorNote error={error} />}</div>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: parsed ? { xs: 'minmax(0, 1fr)', md: '5fr 6fr' } : 'minmax(0, 1fr)',
        }}
      >
        <Paper variant="outlined" component="form" onSubmit={read} sx={{ p: 2, minWidth: 0 }}>
          {parsed ? (
            <MarkedText text={text} evidence={parsed.evidence} active={active} />
          ) : (
            <TextField
              multiline
              autoFocus
              minRows={12}
              maxRows={24}
              value={text}
              label={translate('from_text.text')}
              placeholder={translate('from_text.placeholder')}
              onChange={({ target }) => setText(target.value)}
              slotProps={{ htmlInput: { maxLength: LONGEST, dir: 'auto' } }}
            />
          )}
          <Stack direction="row" spacing={1} sx={{ mt: 2, justifyContent: 'flex-end' }}>
            {parsed ? (
              // Without a key, the click would reach the submit button that takes its place.
              <Button key="edit" variant="outlined" onClick={() => setParsed(undefined)}>
                {translate('from_text.edit')}
              </Button>
            ) : (
              <Button key="read" type="submit" variant="contained" loading={isBusy} disabled={text.trim() === ''}>
                {translate('from_text.read')}
              </Button>
            )}
          </Stack>
        </Paper>
        {parsed && (
          <Paper
            variant="outlined"
            component="section"
            aria-label={translate('from_text.fields')}
            sx={{ p: 2, minWidth: 0 }}
          >
            <KnownLeads values={searched} />
            <ParsedFields
              parsed={parsed}
              values={values}
              errors={errors}
              onChange={(name, value) => setCorrections((before) => ({ ...before, [name]: value }))}
              onFocus={(name) => {
                setActive(name);
                // The search for known leads follows when a field is left, not with every letter.
                setSearched(values);
              }}
            />
            <Stack direction="row" spacing={1} sx={{ mt: 2, justifyContent: 'flex-end' }}>
              <Button variant="contained" loading={isBusy} onClick={save}>
                {translate('from_text.save')}
              </Button>
            </Stack>
          </Paper>
        )}
      </Box>
      {blocker.state === 'blocked' && <LeaveDialog onStay={() => blocker.reset()} onLeave={() => blocker.proceed()} />}
    </Stack>
  );
}
