import AddIcon from '@mui/icons-material/Add';
import type { LeadFormFieldView } from '@kontor/sdk';
import { Alert, Button, Menu, MenuItem, Paper, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useLabels, useRecordType } from '../metadata/record-type';
import { FieldEditor } from './field-editor';
import { fieldNames, newField } from './form-draft';

const MOST = 30;

interface Properties {
  readonly fields: readonly LeadFormFieldView[];
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (fields: readonly LeadFormFieldView[]) => void;
}

/** The questions of a form in their order. Each lead field can be asked for once. */
export function FieldList({ fields, errors, onChange }: Properties) {
  const translate = useTranslate();
  const { fields: known } = useRecordType('leads');
  const { fieldLabel } = useLabels('leads');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const free = fieldNames(known).filter((name) => !fields.some((one) => one.name === name));
  const labelOf = (name: string) => fieldLabel(name.replace(/^custom\./, 'customFields.'));
  const move = (at: number, step: number) => {
    const next = [...fields];
    const [moved] = next.splice(at, 1);
    if (moved) next.splice(at + step, 0, moved);
    onChange(next);
  };
  const title = translate('lead_forms.fields');
  return (
    <Paper variant="outlined" component="section" aria-label={title} sx={{ p: 2 }}>
      <Typography variant="h6" component="h2" sx={{ mb: 1.5 }}>
        {title}
      </Typography>
      {errors['fields'] && (
        <Alert severity="error" sx={{ mb: 1.5 }}>
          {errors['fields']}
        </Alert>
      )}
      <Stack component="ol" spacing={1.5} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {fields.map((field, at) => (
          <FieldEditor
            key={field.name}
            field={field}
            at={at}
            last={fields.length - 1}
            leadField={labelOf(field.name)}
            errors={errors}
            onChange={(changed) => onChange(fields.map((one, index) => (index === at ? changed : one)))}
            onMove={(step) => move(at, step)}
            onRemove={() => onChange(fields.filter((_, index) => index !== at))}
          />
        ))}
      </Stack>
      <Button
        startIcon={<AddIcon />}
        variant="outlined"
        aria-haspopup="menu"
        disabled={free.length === 0 || fields.length >= MOST}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
        sx={{ mt: 1.5 }}
      >
        {translate('lead_forms.add_field')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {free.map((name) => (
          <MenuItem
            key={name}
            onClick={() => {
              setAnchor(null);
              onChange([...fields, newField(name, labelOf(name))]);
            }}
          >
            {labelOf(name)}
          </MenuItem>
        ))}
      </Menu>
    </Paper>
  );
}
