import EditIcon from '@mui/icons-material/EditOutlined';
import { Box, Button, ButtonBase, Stack, Typography } from '@mui/material';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslate } from 'react-admin';
import { errorText, fieldErrorsOf } from '../../api/errors';
import type { RecordData } from '../../data/calls';
import { isSame } from '../../data/changes';
import type { Outcome } from '../../data/use-save';
import { FieldInput } from '../../fields/field-input';
import { FieldValue, valueAt } from '../../fields/field-value';
import { useLabels, type Field } from '../../metadata/record-type';

interface Properties {
  readonly resource: string;
  readonly field: Field;
  readonly record: RecordData;
  readonly canEdit: boolean;
  readonly onSave: (changes: Record<string, unknown>) => Promise<Outcome>;
}

/** Fields that are changed by assigning the record. */
const ASSIGNED = new Set(['ownerId', 'teamId']);
const isMultiline = ({ name }: Field): boolean => ['notes', 'description', 'message'].includes(name);

const changeOf = (name: string, value: unknown): Record<string, unknown> => {
  const [outer = '', inner] = name.split('.');
  return inner === undefined ? { [outer]: value } : { [outer]: { [inner]: value } };
};

/** One field: the value, and after a click an input. The new value is shown once the server has stored it. */
export function InlineField({ resource, field, record, canEdit, onSave }: Properties) {
  const translate = useTranslate();
  const { fieldLabel } = useLabels(resource);
  const [draft, setDraft] = useState<{ value: unknown }>();
  const [error, setError] = useState('');
  const [isBusy, setBusy] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const stored = valueAt(record, field.name);
  const isEditable = canEdit && (field.isUpdatable || ASSIGNED.has(field.name));
  const label = fieldLabel(field.name);
  useEffect(() => {
    if (!draft && wasOpen.current) opener.current?.focus();
    wasOpen.current = draft !== undefined;
  }, [draft]);

  const close = () => {
    setDraft(undefined);
    setError('');
  };
  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!draft || isBusy) return;
    if (isSame(draft.value, stored)) return close();
    setBusy(true);
    setError('');
    const outcome = await onSave(changeOf(field.name, draft.value));
    setBusy(false);
    if (outcome.kind === 'saved') close();
    if (outcome.kind === 'failed') setError(fieldErrorsOf(outcome.error)[field.name] ?? errorText(outcome.error));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
    if (event.key === 'Enter' && isMultiline(field) && (event.ctrlKey || event.metaKey)) void save();
  };

  if (draft)
    return (
      <Box component="form" onSubmit={(event) => void save(event)} onKeyDown={onKeyDown} sx={{ px: 1, py: 1 }}>
        <FieldInput
          resource={resource}
          field={field}
          value={draft.value}
          onChange={(value) => setDraft({ value })}
          isFocused
          isRequired={field.isRequired}
          {...(error !== '' && { error })}
        />
        <Stack direction="row" spacing={1} sx={{ mt: 1 }}>
          <Button type="submit" variant="contained" loading={isBusy}>
            {translate('app.save')}
          </Button>
          <Button onClick={close} disabled={isBusy}>
            {translate('app.cancel')}
          </Button>
        </Stack>
      </Box>
    );
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: '128px minmax(0, 1fr) 28px',
        columnGap: 1,
        alignItems: 'center',
        minHeight: 34,
        px: 1,
        borderRadius: 0.75,
        '&:hover': isEditable ? { backgroundColor: 'action.hover' } : {},
        '&:hover .edit, .edit:focus-visible': { opacity: 1 },
      }}
      onDoubleClick={() => isEditable && setDraft({ value: stored ?? null })}
    >
      <Typography variant="body2" color="textSecondary" noWrap title={label}>
        {label}
      </Typography>
      <Box data-field={field.name} sx={{ fontSize: '0.8125rem', minWidth: 0, py: 0.5 }}>
        <FieldValue resource={resource} field={field} record={record} isLong />
      </Box>
      {isEditable && (
        <ButtonBase
          ref={opener}
          className="edit"
          aria-label={translate('record.edit_field', { name: label })}
          onClick={() => setDraft({ value: stored ?? null })}
          sx={{ width: 28, height: 28, borderRadius: 0.75, color: 'text.secondary', opacity: { xs: 1, md: 0 } }}
        >
          <EditIcon sx={{ fontSize: 16 }} />
        </ButtonBase>
      )}
    </Box>
  );
}
