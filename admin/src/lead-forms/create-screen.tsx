import { Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Loading } from '../ui/feedback';
import { useRecordType } from '../metadata/record-type';
import { FormBuilder } from './form-builder';

/** The builder for a new form. */
export function Screen() {
  const translate = useTranslate();
  const { isLoaded } = useRecordType('leads');
  if (!isLoaded) return <Loading />;
  return (
    <Stack spacing={2}>
      <Typography variant="h5" component="h1">
        {translate('lead_forms.create')}
      </Typography>
      <FormBuilder />
    </Stack>
  );
}
