import { Alert, Box, Button, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { draftOf, type FormDraft } from './form-draft';
import type { DraftField, FormConflict } from './use-form-draft';

interface Properties {
  readonly conflict: FormConflict;
  readonly draft: FormDraft;
  readonly onOverwrite: () => void;
  readonly onTakeTheirs: () => void;
}

/** Returns a value as text for people: fields by their labels. */
function textOf(name: DraftField, draft: FormDraft): string {
  if (name === 'fields')
    return draft.fields.map(({ label, type, required }) => `${label}${required ? ' *' : ''} (${type})`).join(', ');
  const value = draft[name];
  return Array.isArray(value) ? value.join(', ') : String(value ?? '—');
}

/** Shows what the person typed beside what somebody else saved meanwhile. */
export function ConflictNote({ conflict, draft, onOverwrite, onTakeTheirs }: Properties) {
  const translate = useTranslate();
  const now = draftOf(conflict.current);
  return (
    <Alert severity="warning" role="alert">
      <Stack spacing={1}>
        <strong>{translate('record.conflict_title')}</strong>
        <span>{translate('record.conflict_text')}</span>
        {conflict.fields.map((name) => (
          <Box key={name}>
            <div>{translate(`lead_forms.${name}`)}</div>
            <div>
              {translate('record.yours')}: <bdi>{textOf(name, draft)}</bdi>
            </div>
            <div>
              {translate('record.theirs')}: <bdi>{textOf(name, now)}</bdi>
            </div>
          </Box>
        ))}
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
          <Button variant="contained" onClick={onOverwrite}>
            {translate('record.take_yours')}
          </Button>
          <Button variant="outlined" onClick={onTakeTheirs}>
            {translate('record.take_theirs')}
          </Button>
        </Stack>
      </Stack>
    </Alert>
  );
}
