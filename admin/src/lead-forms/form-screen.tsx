import { isKontorError, type LeadFormView } from '@kontor/sdk';
import BackIcon from '@mui/icons-material/ArrowBack';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { Box, Button, IconButton, Stack, Tab, Tabs, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { useAction } from '../data/use-action';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { EmptyState, ErrorBoundary, ErrorNote, Loading } from '../ui/feedback';
import { UserText } from '../ui/text';
import { FormBuilder } from './form-builder';
import { EnabledChip } from './form-list';
import { FormPublish } from './form-publish';
import { Submissions } from './submissions';

const TABS = ['build', 'publish', 'submissions'] as const;

/** One lead form: builder with preview, publishing, submissions. */
export function Screen() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { id = '', tab } = useParams();
  const { can } = useAccess();
  const [isDeleting, setDeleting] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['lead-forms', id],
    queryFn: () => kontor.leadForms.get(id),
  });
  if (isKontorError(error) && error.status === 404)
    return <EmptyState title={translate('lead_forms.missing')} text={translate('record.missing_text')} />;
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const open = TABS.find((name) => name === tab) ?? 'build';
  return (
    <Stack spacing={2}>
      <Stack direction="row" useFlexGap spacing={1.5} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <IconButton onClick={() => void navigate('/lead-forms')} aria-label={translate('lead_forms.many')}>
          <BackIcon fontSize="small" />
        </IconButton>
        <Typography variant="h5" component="h1" sx={{ minWidth: 0, flex: 1 }}>
          <UserText>{data.name}</UserText>
        </Typography>
        <EnabledChip isEnabled={data.enabled} />
        {can('lead-forms', 'delete') && (
          <Button variant="outlined" startIcon={<DeleteIcon />} onClick={() => setDeleting(true)}>
            {translate('app.delete')}
          </Button>
        )}
      </Stack>
      <Tabs
        value={open}
        onChange={(_, name: string) => void navigate(`/lead-forms/${id}/${name}`, { replace: true })}
        variant="scrollable"
        sx={{ borderBottom: 1, borderColor: 'divider' }}
      >
        {TABS.map((name) => (
          <Tab
            key={name}
            value={name}
            id={`tab-${name}`}
            aria-controls="tab-content"
            label={translate(`lead_forms.tab_${name}`)}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id="tab-content" aria-labelledby={`tab-${open}`}>
        <ErrorBoundary key={open} title={translate('app.failed')}>
          {open === 'build' && <FormBuilder key={data.id} form={data} />}
          {open === 'publish' && <FormPublish form={data} />}
          {open === 'submissions' && <Submissions form={data} />}
        </ErrorBoundary>
      </Box>
      {isDeleting && <DeleteDialog form={data} onClose={() => setDeleting(false)} />}
    </Stack>
  );
}

function DeleteDialog({ form, onClose }: { readonly form: LeadFormView; readonly onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const { isBusy, run } = useAction(['lead-forms', 'list']);
  const [error, setError] = useState<unknown>();
  const remove = () =>
    void run(async () => {
      await kontor.leadForms.delete(form.id, { ifMatch: form });
      notify('lead_forms.deleted', { type: 'success' });
      void navigate('/lead-forms');
    }, setError);
  return (
    <ConfirmDialog
      title={translate('lead_forms.delete_title')}
      button={translate('app.delete')}
      isDangerous
      isBusy={isBusy}
      onConfirm={remove}
      onClose={onClose}
    >
      <Stack spacing={1}>
        {error !== undefined && <ErrorNote error={error} />}
        <UserText>{form.name}</UserText>
        <span>{translate('lead_forms.delete_text')}</span>
      </Stack>
    </ConfirmDialog>
  );
}
