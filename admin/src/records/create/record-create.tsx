import { Alert, Box, Button, Paper, Stack, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useBlocker, useNavigate, useSearchParams } from 'react-router-dom';
import { errorText, fieldErrorsOf } from '../../api/errors';
import { callsOf } from '../../data/calls';
import { FieldInput } from '../../fields/field-input';
import { useRecordType } from '../../metadata/record-type';
import { Loading } from '../../ui/feedback';
import type { RecordScreens } from '../record-screens';
import { LeaveDialog } from './leave-dialog';

const isGiven = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && (!Array.isArray(value) || value.length > 0);

/** Builds the body of a create request: `customFields.tier` goes into an object. */
function bodyOf(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values).filter(([, one]) => isGiven(one))) {
    const [outer = '', inner] = name.split('.');
    body[outer] = inner === undefined ? value : { ...(body[outer] as object | undefined), [inner]: value };
  }
  return body;
}

/** The form for a new record of any type. The address bar may hold first values, such as `?companyId=…`. */
export function Screen({ screens }: { readonly screens: RecordScreens }) {
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [parameters] = useSearchParams();
  const { resource } = screens;
  const { fields, field, isLoaded } = useRecordType(resource);
  const [values, setValues] = useState<Record<string, unknown>>(() => ({
    ...screens.defaults,
    ...Object.fromEntries(parameters),
  }));
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const isTouched = Object.entries(values).some(
    ([name, value]) => isGiven(value) && value !== (parameters.get(name) ?? screens.defaults?.[name]),
  );
  const blocker = useBlocker(isTouched && !isSaved);
  if (!isLoaded) return <Loading />;

  const errors = fieldErrorsOf(error);
  const shown = [
    ...screens.createFields
      .filter((name) => screens.isFieldOffered?.(name, values) ?? true)
      .flatMap((name) => field(name) ?? []),
    ...fields.filter(
      (one) => one.isCreatable && (one.isCustom || one.isRequired) && !screens.createFields.includes(one.name),
    ),
  ];
  const elsewhere = Object.keys(errors).filter((name) => !shown.some((one) => one.name === name));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setError(undefined);
    try {
      // A value that was typed before the type changed does not apply any more.
      const typed = Object.entries(values).filter(
        ([name]) => parameters.has(name) || shown.some((one) => one.name === name),
      );
      const { id } = await callsOf(resource).create(bodyOf(Object.fromEntries(typed)));
      setSaved(true);
      await client.invalidateQueries({ queryKey: [resource] });
      notify('record.created', { type: 'success' });
      setTimeout(() => void navigate(`/${resource}/${id}`, { replace: true }));
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <Box sx={{ maxWidth: 760, mx: 'auto' }}>
      <Typography variant="h5" component="h1" sx={{ mb: 2 }}>
        {translate(`records.${resource}.create`)}
      </Typography>
      <Paper variant="outlined" component="form" onSubmit={(event) => void save(event)} sx={{ p: { xs: 2, sm: 3 } }}>
        {error !== undefined && (Object.keys(errors).length === 0 || elsewhere.length > 0) && (
          <Alert severity="error" sx={{ mb: 2 }}>
            {errorText(error)}
          </Alert>
        )}
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
          }}
        >
          {shown.map((one, at) => {
            const isLong = ['notes', 'description', 'message', 'tags'].includes(one.name);
            return (
              <Box key={one.name} sx={isLong ? { gridColumn: '1 / -1' } : {}}>
                <FieldInput
                  resource={resource}
                  field={screens.choices?.[one.name] ? { ...one, values: [...(screens.choices[one.name] ?? [])] } : one}
                  value={values[one.name] ?? null}
                  onChange={(value) => setValues((before) => ({ ...before, [one.name]: value }))}
                  isRequired={one.isRequired || screens.requiredFields?.includes(one.name) === true}
                  isFocused={at === 0}
                  {...(errors[one.name] !== undefined && { error: errors[one.name] })}
                />
              </Box>
            );
          })}
        </Box>
        <Stack direction="row" spacing={1} sx={{ mt: 3, justifyContent: 'flex-end' }}>
          <Button onClick={() => void navigate(-1)}>{translate('app.cancel')}</Button>
          <Button type="submit" variant="contained" loading={isBusy}>
            {translate('app.save')}
          </Button>
        </Stack>
      </Paper>
      {blocker.state === 'blocked' && <LeaveDialog onStay={() => blocker.reset()} onLeave={() => blocker.proceed()} />}
    </Box>
  );
}
