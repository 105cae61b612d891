import { Checkbox, FormControlLabel, MenuItem, Stack, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useLabels } from '../metadata/record-type';
import { isNewActivityField, type OwnType } from './activity-fields';
import { canBePlanned, isPlanned, type Details } from './quick-body';

const CHOICES = {
  direction: ['inbound', 'outbound'],
  callResult: ['answered', 'missed', 'voicemail'],
  priority: ['low', 'medium', 'high', 'critical'],
} as const;

interface Properties {
  readonly type: OwnType;
  readonly details: Details;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (change: Details) => void;
}

/** The fields of the type: result of a call, time of a meeting, priority of a task. */
export function QuickDetails({ type, details, errors, onChange }: Properties) {
  const translate = useTranslate();
  const { fieldLabel, valueLabel } = useLabels('activities');
  if (type === 'note') return null;
  const planned = isPlanned(type, details);
  const choice = (name: keyof typeof CHOICES) =>
    isNewActivityField(name, { type }) && (
      <TextField
        select
        label={fieldLabel(name)}
        value={details[name] ?? ''}
        onChange={({ target }) => onChange({ [name]: target.value })}
        error={errors[name] !== undefined}
        sx={{ flex: '1 1 120px' }}
      >
        <MenuItem value="">{translate('app.none')}</MenuItem>
        {CHOICES[name].map((one) => (
          <MenuItem key={one} value={one}>
            {valueLabel(name, one)}
          </MenuItem>
        ))}
      </TextField>
    );
  return (
    <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
      {canBePlanned(type) && (
        <FormControlLabel
          label={translate('activity.planned')}
          control={<Checkbox checked={planned} onChange={({ target }) => onChange({ isPlanned: target.checked })} />}
          slotProps={{ typography: { variant: 'body2' } }}
        />
      )}
      {planned && (
        <TextField
          type="datetime-local"
          value={details.due ?? ''}
          onChange={({ target }) => onChange({ due: target.value })}
          label={fieldLabel('dueAt')}
          error={errors['dueAt'] !== undefined}
          slotProps={{ inputLabel: { shrink: true } }}
          sx={{ flex: '1 1 200px' }}
        />
      )}
      {choice('direction')}
      {!planned && choice('callResult')}
      {planned && choice('priority')}
      {isNewActivityField('durationMinutes', { type }) && type !== 'task' && (
        <TextField
          type="number"
          label={fieldLabel('durationMinutes')}
          value={details.minutes ?? ''}
          onChange={({ target }) => onChange({ minutes: target.value })}
          error={errors['durationMinutes'] !== undefined}
          slotProps={{ htmlInput: { min: 0, max: 525_600 } }}
          sx={{ flex: '1 1 130px' }}
        />
      )}
    </Stack>
  );
}
