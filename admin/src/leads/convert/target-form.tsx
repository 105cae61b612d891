import { Box, FormControlLabel, Paper, Radio, RadioGroup, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useAccess } from '../../api/access';
import { FieldInput } from '../../fields/field-input';
import { ReferenceInput } from '../../fields/reference-input';
import { useRecordType } from '../../metadata/record-type';
import { TARGET_TYPES, type Choice, type Kind, type Target } from './conversion';

interface Properties {
  readonly target: Target;
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
  /** Texts of invalid fields, by path: `company.create.name`. */
  readonly errors: Readonly<Record<string, string>>;
}

/** The choice for one target: a new record with its fields, an existing record, or none. */
export function TargetForm({ target, choice, onChange, errors }: Properties) {
  const translate = useTranslate();
  const { can } = useAccess();
  const { resource, reference } = TARGET_TYPES[target];
  const kinds: Kind[] = [
    ...(can(resource, 'create') ? (['new'] as const) : []),
    ...(can(resource, 'read') && can(resource, 'update') ? (['existing'] as const) : []),
    'none',
  ];
  const title = translate(`records.${resource}.one`);
  const error = errors[target] ?? errors[`${target}.id`];
  return (
    <Paper variant="outlined" component="section" aria-label={title} sx={{ p: 2 }}>
      <Stack
        direction="row"
        useFlexGap
        spacing={1}
        sx={{ alignItems: 'center', justifyContent: 'space-between', flexWrap: 'wrap', mb: 1 }}
      >
        <Typography variant="h6" component="h2">
          {title}
        </Typography>
        <RadioGroup
          row
          value={choice.kind}
          onChange={(_, kind) => onChange({ ...choice, kind: kind as Kind, isAccepted: false })}
          aria-label={title}
        >
          {kinds.map((kind) => (
            <FormControlLabel
              key={kind}
              value={kind}
              control={<Radio size="small" />}
              label={translate(`convert.${kind}`)}
            />
          ))}
        </RadioGroup>
      </Stack>
      {choice.kind === 'new' && <NewFields target={target} choice={choice} onChange={onChange} errors={errors} />}
      {choice.kind === 'existing' && (
        <ReferenceInput
          id={`existing-${target}`}
          name={reference}
          label={translate('convert.find', { type: title })}
          value={choice.id}
          onChange={(id) => onChange({ ...choice, id })}
          error={error !== undefined}
          helperText={error ?? translate('convert.existing_help')}
        />
      )}
      {choice.kind === 'none' && <Typography color="textSecondary">{translate('convert.none_help')}</Typography>}
    </Paper>
  );
}

function NewFields({ target, choice, onChange, errors }: Properties) {
  const { resource, fields } = TARGET_TYPES[target];
  const { field } = useRecordType(resource);
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
      }}
    >
      {fields.map((name) => {
        const found = field(name);
        const error = errors[`${target}.create.${name}`];
        return (
          found && (
            <FieldInput
              key={name}
              resource={resource}
              field={found}
              value={choice.values[name] ?? null}
              onChange={(value) =>
                onChange({ ...choice, values: { ...choice.values, [name]: value }, isAccepted: false })
              }
              {...(error !== undefined && { error })}
            />
          )
        );
      })}
    </Box>
  );
}
