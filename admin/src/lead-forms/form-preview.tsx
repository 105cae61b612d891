import { Box, Button, MenuItem, Paper, Stack, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { FormDraft } from './form-draft';

/** How the page of the form looks. Nothing can be typed or sent. */
export function FormPreview({ draft }: { readonly draft: FormDraft }) {
  const translate = useTranslate();
  const { title, name, description, fields } = draft;
  return (
    <Box component="section" aria-label={translate('lead_forms.preview')} sx={{ position: { lg: 'sticky' }, top: 72 }}>
      <Typography variant="subtitle2" component="h2" color="textSecondary" sx={{ mb: 1 }}>
        {translate('lead_forms.preview')}
      </Typography>
      <Paper variant="outlined" inert sx={{ p: 3 }}>
        <Typography variant="h5" component="p" dir="auto" sx={{ overflowWrap: 'anywhere' }}>
          {title || name || translate('lead_forms.title')}
        </Typography>
        {description && (
          <Typography dir="auto" sx={{ mt: 1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {description}
          </Typography>
        )}
        <Stack spacing={2} sx={{ mt: 2 }}>
          {fields.map((field) => (
            <Box key={field.name}>
              <Typography variant="body2" component="p" dir="auto" sx={{ mb: 0.5, overflowWrap: 'anywhere' }}>
                {field.label}
                {field.required && ' *'}
              </Typography>
              <TextField
                select={field.type === 'select'}
                multiline={field.type === 'textarea'}
                minRows={field.type === 'textarea' ? 4 : undefined}
                value=""
                placeholder={field.placeholder ?? ''}
                slotProps={{
                  htmlInput: { 'aria-label': field.label, readOnly: true },
                  select: { displayEmpty: true, renderValue: () => field.placeholder ?? '…' },
                }}
              >
                {field.type === 'select' && <MenuItem value="" />}
              </TextField>
            </Box>
          ))}
          <div>
            <Button variant="contained">{translate('lead_forms.send')}</Button>
          </div>
        </Stack>
      </Paper>
    </Box>
  );
}
