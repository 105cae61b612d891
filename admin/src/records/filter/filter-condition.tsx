import RemoveIcon from '@mui/icons-material/Close';
import { Autocomplete, Box, IconButton, MenuItem, Select, Stack, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { FieldInput } from '../../fields/field-input';
import { useLabels, useRecordType, type Field } from '../../metadata/record-type';
import { REFERENCES } from '../../metadata/references';
import { conditionOn, initialValue, takesList, type Condition } from './filter-nodes';

const RELATIVE = [
  'today',
  '-7d',
  '-30d',
  '-90d',
  'startOfWeek',
  'startOfMonth',
  'startOfQuarter',
  'startOfYear',
  '+7d',
  '+30d',
];
/** Words that the API replaces by the caller. */
const VARIABLES: Readonly<Record<string, string>> = { ownerId: '$me', assigneeId: '$me', teamId: '$myTeam' };

interface Properties {
  readonly resource: string;
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
  readonly onRemove: () => void;
}

export function FilterCondition({ resource, condition, onChange, onRemove }: Properties) {
  const translate = useTranslate();
  const { fields, field } = useRecordType(resource);
  const { fieldLabel } = useLabels(resource);
  const chosen = field(condition.field);
  const choices = fields.filter(({ isFilterable, type }) => isFilterable && type !== 'json');
  return (
    <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1} sx={{ alignItems: { sm: 'flex-start' } }}>
      <Autocomplete
        disableClearable
        options={choices}
        // Null until the fields are known: undefined would make the input ignore the value that follows.
        value={chosen ?? (null as never)}
        getOptionLabel={({ name }) => fieldLabel(name)}
        getOptionKey={({ name }) => name}
        onChange={(_, next) => onChange(conditionOn(next))}
        sx={{ width: { sm: 210 } }}
        renderInput={(parameters) => (
          <TextField
            {...parameters}
            slotProps={{
              ...parameters.slotProps,
              htmlInput: { ...parameters.slotProps?.htmlInput, 'aria-label': translate('filter.field') },
            }}
          />
        )}
      />
      <Select
        value={condition.op}
        inputProps={{ 'aria-label': translate('filter.operator') }}
        onChange={({ target }) => {
          const isSameShape =
            takesList(target.value) === takesList(condition.op) &&
            target.value !== 'isNull' &&
            condition.op !== 'isNull';
          const value = isSameShape ? condition.value : initialValue(chosen ?? { type: 'text' }, target.value);
          onChange({ ...condition, op: target.value, value });
        }}
        sx={{ width: { sm: 170 } }}
      >
        {(chosen?.operators ?? [condition.op]).map((op) => (
          <MenuItem key={op} value={op}>
            {translate(`filter.op_${op}`)}
          </MenuItem>
        ))}
      </Select>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        {chosen && (
          <ValueInput
            resource={resource}
            field={chosen}
            condition={condition}
            onChange={(value) => onChange({ ...condition, value })}
          />
        )}
      </Box>
      <IconButton onClick={onRemove} aria-label={translate('filter.remove')}>
        <RemoveIcon fontSize="small" />
      </IconButton>
    </Stack>
  );
}

interface ValueProperties {
  readonly resource: string;
  readonly field: Field;
  readonly condition: Condition;
  readonly onChange: (value: unknown) => void;
}

/** The value by field and operator: a list, yes or no, a relative time, or one value. */
function ValueInput({ resource, field, condition: { op, value }, onChange }: ValueProperties) {
  const translate = useTranslate();
  const { valueLabel } = useLabels(resource);
  const label = translate('filter.value');
  if (op === 'isNull')
    return (
      <Select
        fullWidth
        value={value === false ? 'no' : 'yes'}
        inputProps={{ 'aria-label': label }}
        onChange={({ target }) => onChange(target.value === 'yes')}
      >
        <MenuItem value="yes">{translate('app.yes')}</MenuItem>
        <MenuItem value="no">{translate('app.no')}</MenuItem>
      </Select>
    );
  if (field.name in REFERENCES)
    return <LinkedValue resource={resource} field={field} isList={takesList(op)} value={value} onChange={onChange} />;
  if (takesList(op))
    return (
      <Autocomplete
        multiple
        freeSolo={(field.values ?? []).length === 0}
        options={field.values ?? []}
        getOptionLabel={(one) => valueLabel(field.name, one)}
        value={Array.isArray(value) ? value.map(String) : []}
        onChange={(_, chosen) => onChange(field.type === 'integer' ? chosen.map(Number) : chosen)}
        renderInput={(parameters) => (
          <TextField
            {...parameters}
            slotProps={{
              ...parameters.slotProps,
              htmlInput: { ...parameters.slotProps?.htmlInput, 'aria-label': label },
            }}
          />
        )}
      />
    );
  if (field.type === 'timestamp' || field.type === 'day')
    return <TimeValue resource={resource} field={field} value={value} onChange={onChange} />;
  const single = { ...field, type: field.type === 'tags' || field.type === 'list' ? ('text' as const) : field.type };
  return (
    <FieldInput resource={resource} field={single} value={value} onChange={onChange} label={label} isHiddenLabel />
  );
}

/** A linked record, or the caller. */
function LinkedValue({
  resource,
  field,
  isList,
  value,
  onChange,
}: Omit<ValueProperties, 'condition'> & { isList: boolean; value: unknown }) {
  const translate = useTranslate();
  const variable = VARIABLES[field.name];
  const single = isList ? (Array.isArray(value) ? value[0] : undefined) : value;
  const give = (next: unknown) => onChange(isList ? (next === null ? [] : [next]) : next);
  return (
    <Stack direction="row" spacing={1}>
      {variable && (
        <Select
          value={single === variable ? variable : 'other'}
          inputProps={{ 'aria-label': translate('filter.who') }}
          onChange={({ target }) => give(target.value === 'other' ? null : variable)}
        >
          <MenuItem value={variable}>{translate(`filter.${variable.slice(1)}`)}</MenuItem>
          <MenuItem value="other">{translate('filter.other')}</MenuItem>
        </Select>
      )}
      {single !== variable && (
        <FieldInput
          resource={resource}
          field={field}
          value={single ?? null}
          onChange={give}
          label={translate('filter.value')}
          isHiddenLabel
        />
      )}
    </Stack>
  );
}

/** A fixed time, or a time relative to now that stays relative in a saved view. */
function TimeValue({ resource, field, value, onChange }: Omit<ValueProperties, 'condition'> & { value: unknown }) {
  const translate = useTranslate();
  const relative = (value as { rel?: string } | null | undefined)?.rel;
  const options = relative === undefined || RELATIVE.includes(relative) ? RELATIVE : [...RELATIVE, relative];
  return (
    <Stack direction="row" spacing={1}>
      <Select
        value={relative ?? 'fixed'}
        inputProps={{ 'aria-label': translate('filter.time') }}
        onChange={({ target }) => onChange(target.value === 'fixed' ? null : { rel: target.value })}
      >
        <MenuItem value="fixed">{translate('filter.fixed')}</MenuItem>
        {options.map((one) => (
          <MenuItem key={one} value={one}>
            {translate(`filter.rel.${one}`, { _: one })}
          </MenuItem>
        ))}
      </Select>
      {relative === undefined && (
        <FieldInput
          resource={resource}
          field={field}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
          label={translate('filter.value')}
          isHiddenLabel
        />
      )}
    </Stack>
  );
}
