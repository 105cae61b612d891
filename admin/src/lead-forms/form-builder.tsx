import type { LeadFormView } from '@kontor/sdk';
import { Box, Button, Paper, Stack } from '@mui/material';
import { useRef, useState, type FormEvent } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useBlocker, useNavigate } from 'react-router-dom';
import { useAccess } from '../api/access';
import { fieldErrorsOf } from '../api/errors';
import { useLabels } from '../metadata/record-type';
import { LeaveDialog } from '../records/create/leave-dialog';
import { ErrorNote } from '../ui/feedback';
import { ConflictNote } from './form-conflict';
import { draftOf, newDraft, type FormDraft } from './form-draft';
import { FieldList } from './field-list';
import { FormPreview } from './form-preview';
import { FormSettings } from './form-settings';
import { useFormDraft } from './use-form-draft';

/** Edits the fields, texts and limits of a form, with a preview beside them. Without a form, a new one is created. */
export function FormBuilder({ form }: { readonly form?: LeadFormView }) {
  const translate = useTranslate();
  const { fieldLabel } = useLabels('leads');
  const [first] = useState<FormDraft>(() =>
    form
      ? draftOf(form)
      : newDraft({
          name: fieldLabel('name'),
          email: fieldLabel('email'),
          company: fieldLabel('company'),
          message: translate('lead_forms.message_label'),
        }),
  );
  return <Builder first={first} {...(form && { form })} />;
}

function Builder({ first, form }: { readonly first: FormDraft; readonly form?: LeadFormView }) {
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const { can } = useAccess();
  const isCreated = useRef(false);
  const state = useFormDraft(first, form);
  const { draft, change, error } = state;
  const blocker = useBlocker(() => state.isChanged && !isCreated.current);
  const errors = fieldErrorsOf(error);
  const canEdit = can('lead-forms', form ? 'update' : 'create');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const saved = await state.save();
    if (!saved) return;
    notify('record.created', { type: 'success' });
    if (form) return;
    isCreated.current = true;
    void navigate(`/lead-forms/${saved.id}/publish`, { replace: true });
  };
  const notice = (
    <Stack spacing={2} role="status">
      {error !== undefined && <ErrorNote error={error} />}
      {state.conflict && (
        <ConflictNote
          conflict={state.conflict}
          draft={draft}
          onOverwrite={() => void state.overwrite()}
          onTakeTheirs={state.takeTheirs}
        />
      )}
    </Stack>
  );
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 7fr) minmax(0, 5fr)' },
      }}
    >
      <Stack component="form" spacing={2} onSubmit={(event) => void save(event)} sx={{ minWidth: 0 }}>
        {notice}
        <Stack component="fieldset" disabled={!canEdit} spacing={2} sx={{ border: 0, p: 0, minWidth: 0 }}>
          <FormSettings part="texts" draft={draft} errors={errors} onChange={change} />
          <FieldList fields={draft.fields} errors={errors} onChange={(fields) => change({ fields })} />
          <FormSettings part="leads" draft={draft} errors={errors} onChange={change} />
          <FormSettings part="protection" draft={draft} errors={errors} onChange={change} />
        </Stack>
        {canEdit && (
          <Paper
            variant="outlined"
            sx={{ position: 'sticky', bottom: 8, zIndex: 1, p: 1, display: 'flex', justifyContent: 'flex-end', gap: 1 }}
          >
            {!form && <Button onClick={() => void navigate('/lead-forms')}>{translate('app.cancel')}</Button>}
            <Button type="submit" variant="contained" loading={state.isBusy} disabled={!state.isChanged}>
              {translate('app.save')}
            </Button>
          </Paper>
        )}
      </Stack>
      <FormPreview draft={draft} />
      {blocker.state === 'blocked' && <LeaveDialog onStay={() => blocker.reset()} onLeave={() => blocker.proceed()} />}
    </Box>
  );
}
