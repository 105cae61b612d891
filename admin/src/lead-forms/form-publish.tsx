import OpenIcon from '@mui/icons-material/OpenInNew';
import type { LeadFormView } from '@kontor/sdk';
import { Alert, Box, Button, Paper, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { useAction } from '../data/use-action';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { CodeBlock } from '../ui/code-block';
import { ErrorNote } from '../ui/feedback';
import { safeHref } from '../ui/text';
import { formCode, frameCode } from './embed-code';

/** The address of the form page, and code for other websites. */
export function FormPublish({ form }: { readonly form: LeadFormView }) {
  const translate = useTranslate();
  const { can } = useAccess();
  const [isRotating, setRotating] = useState(false);
  const href = safeHref(form.url);
  return (
    <Stack spacing={2} sx={{ maxWidth: 860 }}>
      {!form.enabled && <Alert severity="warning">{translate('lead_forms.is_disabled')}</Alert>}
      <Paper variant="outlined" sx={{ p: 2 }}>
        <CodeBlock label={translate('lead_forms.address')}>{form.url}</CodeBlock>
        {href && (
          <Button
            startIcon={<OpenIcon />}
            href={href}
            target="_blank"
            rel="noopener noreferrer"
            variant="outlined"
            sx={{ mt: 1.5 }}
          >
            {translate('lead_forms.open_page')}
          </Button>
        )}
      </Paper>
      <Paper variant="outlined" sx={{ p: 2 }}>
        {form.tokenRequired ? (
          <Alert severity="info">{translate('lead_forms.own_page_only')}</Alert>
        ) : (
          <>
            <CodeBlock label={translate('lead_forms.html')}>{formCode(form, translate('lead_forms.send'))}</CodeBlock>
            <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
              {translate('lead_forms.html_help')}
            </Typography>
          </>
        )}
      </Paper>
      <Paper variant="outlined" sx={{ p: 2 }}>
        <CodeBlock label={translate('lead_forms.frame')}>{frameCode(form)}</CodeBlock>
        {form.allowedOrigins.length === 0 ? (
          <Alert severity="info" sx={{ mt: 1 }}>
            {translate('lead_forms.no_origins')}
          </Alert>
        ) : (
          <Typography variant="body2" color="textSecondary" sx={{ mt: 1, overflowWrap: 'anywhere' }}>
            {translate('lead_forms.frame_help')} <bdi>{form.allowedOrigins.join(', ')}</bdi>
          </Typography>
        )}
      </Paper>
      <Paper variant="outlined" sx={{ p: 2 }}>
        <CodeBlock label={translate('lead_forms.submit_url')}>{form.submitUrl}</CodeBlock>
        {can('lead-forms', 'update') && (
          <Box sx={{ mt: 1.5 }}>
            <Button variant="outlined" onClick={() => setRotating(true)}>
              {translate('lead_forms.rotate')}
            </Button>
          </Box>
        )}
      </Paper>
      {isRotating && <RotateDialog form={form} onClose={() => setRotating(false)} />}
    </Stack>
  );
}

function RotateDialog({ form, onClose }: { readonly form: LeadFormView; readonly onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const { isBusy, run } = useAction(['lead-forms']);
  const [error, setError] = useState<unknown>();
  const rotate = async () => {
    const done = await run(() => kontor.leadForms.rotateKey(form.id, { ifMatch: form }), setError);
    if (!done) return;
    notify('lead_forms.rotated', { type: 'success' });
    onClose();
  };
  return (
    <ConfirmDialog
      title={translate('lead_forms.rotate_title')}
      button={translate('lead_forms.rotate')}
      isDangerous
      isBusy={isBusy}
      onConfirm={() => void rotate()}
      onClose={onClose}
    >
      {error !== undefined && <ErrorNote error={error} />}
      {translate('lead_forms.rotate_text')}
    </ConfirmDialog>
  );
}
