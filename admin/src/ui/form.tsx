import {
  Box,
  Button,
  Checkbox,
  FormControlLabel,
  FormHelperText,
  MenuItem,
  Stack,
  TextField,
  type SxProps,
  type Theme,
} from '@mui/material';
import { useId, type FormEvent, type ReactNode } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useBlocker, type Location } from 'react-router-dom';
import type { EditForm } from '../data/use-edit-form';
import { ReferenceInput } from '../fields/reference-input';
import { LeaveDialog } from '../records/create/leave-dialog';
import { ConflictTable } from './conflict-table';
import { ErrorNote } from './feedback';
import { UserText } from './text';

/** A value and its change: a form, or the state of a dialog. */
export interface Values {
  readonly value: (name: string) => unknown;
  readonly set: (name: string, value: unknown) => void;
  readonly errors: Readonly<Record<string, string>>;
}
interface FieldProperties {
  readonly form: Values;
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
}

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

interface TextProperties extends FieldProperties {
  readonly type?: 'text' | 'email' | 'number' | 'date' | 'password' | 'url';
  readonly rows?: number;
  readonly isFocused?: boolean;
  /** What an empty input means; null clears the field. */
  readonly empty?: '' | null;
  readonly autoComplete?: string;
}

export function TextInput({ form, name, label, help, type = 'text', rows, empty = null, ...rest }: TextProperties) {
  const { isRequired, isDisabled, isFocused, autoComplete = 'off' } = rest;
  const error = form.errors[name];
  return (
    <TextField
      id={useId()}
      label={label}
      type={type}
      value={textOf(form.value(name))}
      onChange={({ target }) => form.set(name, target.value === '' ? empty : target.value)}
      required={isRequired}
      disabled={isDisabled}
      autoFocus={isFocused}
      error={error !== undefined}
      helperText={error ?? help}
      multiline={rows !== undefined}
      minRows={rows}
      autoComplete={autoComplete}
      slotProps={{
        htmlInput: { dir: type === 'text' ? 'auto' : undefined },
        ...(type === 'date' && { inputLabel: { shrink: true } }),
      }}
    />
  );
}

interface ChoiceProperties extends FieldProperties {
  readonly options: readonly { readonly value: string; readonly label: string; readonly isDisabled?: boolean }[];
  /** Text of the choice of nothing. Without it, a value must be chosen. */
  readonly none?: string;
}

export function ChoiceInput({ form, name, label, help, options, none, isRequired, isDisabled }: ChoiceProperties) {
  const error = form.errors[name];
  return (
    <TextField
      id={useId()}
      select
      label={label}
      value={textOf(form.value(name))}
      onChange={({ target }) => form.set(name, target.value === '' ? null : target.value)}
      required={isRequired}
      disabled={isDisabled}
      error={error !== undefined}
      helperText={error ?? help}
    >
      {none !== undefined && <MenuItem value="">{none}</MenuItem>}
      {options.map((one) => (
        <MenuItem key={one.value} value={one.value} disabled={one.isDisabled}>
          <bdi>{one.label}</bdi>
        </MenuItem>
      ))}
    </TextField>
  );
}

export function FlagInput({ form, name, label, help, isDisabled }: FieldProperties) {
  const id = useId();
  const text = form.errors[name] ?? help;
  return (
    <Box>
      <FormControlLabel
        label={label}
        disabled={isDisabled}
        control={
          <Checkbox
            checked={form.value(name) === true}
            onChange={({ target }) => form.set(name, target.checked)}
            slotProps={{ input: { 'aria-describedby': text ? id : undefined } }}
          />
        }
      />
      {text && (
        <FormHelperText id={id} error={form.errors[name] !== undefined} sx={{ mt: -0.5, ml: 3.75 }}>
          {text}
        </FormHelperText>
      )}
    </Box>
  );
}

export function RecordInput({
  form,
  name,
  label,
  help,
  isRequired,
  isDisabled = false,
  resource,
}: FieldProperties & { readonly resource: string }) {
  const error = form.errors[name];
  const value = form.value(name);
  return (
    <ReferenceInput
      id={useId()}
      name={resource}
      label={label}
      value={typeof value === 'string' ? value : null}
      onChange={(id) => form.set(name, id)}
      error={error !== undefined}
      helperText={error ?? help}
      required={isRequired}
      disabled={isDisabled}
    />
  );
}

interface FormProperties {
  readonly form: EditForm;
  /** Labels of the fields, for errors and conflicts. */
  readonly labels: Readonly<Record<string, string>>;
  readonly canSave: boolean;
  /** Returns a value as text, for a conflict. */
  readonly show?: (name: string, value: unknown) => string;
  readonly onSaved?: () => void;
  /** Buttons of a long form stay in view while something is changed. */
  readonly isLong?: boolean;
  readonly children: ReactNode;
}

const STICKY: SxProps<Theme> = {
  position: 'sticky',
  bottom: 0,
  zIndex: 5,
  py: 1.5,
  backgroundColor: 'background.default',
  borderTop: 1,
  borderColor: 'divider',
};

/** The frame of a form: errors, save and cancel, a conflict, and a question before typed text is lost. */
export function Form({
  form,
  labels,
  canSave,
  show = (_, value) => textOf(value),
  onSaved,
  isLong,
  children,
}: FormProperties) {
  const translate = useTranslate();
  const notify = useNotify();
  const isElsewhere = Object.keys(form.errors).some((name) => !(name in labels));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await form.save())) return;
    notify('record.created', { type: 'success' });
    onSaved?.();
  };
  const { conflict } = form;
  return (
    <Stack component="form" spacing={2} onSubmit={(event) => void submit(event)}>
      {form.error !== undefined && (isElsewhere || Object.keys(form.errors).length === 0) && (
        <ErrorNote error={form.error} />
      )}
      {children}
      {canSave && (
        <Stack direction="row" spacing={1} sx={isLong && form.isChanged ? STICKY : {}}>
          <Button type="submit" variant="contained" loading={form.isBusy} disabled={!form.isChanged}>
            {translate('app.save')}
          </Button>
          <Button onClick={form.reset} disabled={!form.isChanged || form.isBusy}>
            {translate('app.cancel')}
          </Button>
        </Stack>
      )}
      {conflict && (
        <ConflictTable
          rows={conflict.fields.map((name) => ({
            name,
            label: labels[name] ?? name,
            mine: <UserText isCut={false}>{show(name, conflict.changes[name])}</UserText>,
            theirs: <UserText isCut={false}>{show(name, conflict.current[name])}</UserText>,
          }))}
          onOverwrite={form.overwrite}
          onDiscard={form.discard}
        />
      )}
      {form.isChanged && !form.isBusy && <LeaveGuard />}
    </Stack>
  );
}

/** Page, tab and open details: each of them takes the form away when it changes. */
function placeOf({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string {
  const parameters = new URLSearchParams(search);
  return [pathname, parameters.get('tab'), parameters.get('open')].join(' ');
}

/** Asks before typed text is lost. Mounted only with typed text, because a router has one blocker at a time. */
function LeaveGuard() {
  const blocker = useBlocker(({ currentLocation, nextLocation }) => placeOf(currentLocation) !== placeOf(nextLocation));
  if (blocker.state !== 'blocked') return null;
  return <LeaveDialog onStay={() => blocker.reset()} onLeave={() => blocker.proceed()} />;
}

/** Two columns on wide screens. */
export const FieldGrid = ({ children }: { readonly children: ReactNode }) => (
  <Box
    sx={{
      display: 'grid',
      gap: 2,
      alignItems: 'start',
      gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
    }}
  >
    {children}
  </Box>
);
