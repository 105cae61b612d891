import type { LegalHoldCreate, LegalHoldView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { REFERENCES } from '../metadata/references';
import { useAction } from '../settings/use-action';
import { ActionDialog } from '../ui/action-dialog';
import { ChoiceInput, RecordInput, TextInput } from '../ui/form';
import { useValues } from '../ui/use-values';
import { useKindName } from './use-kind-name';

const PERSON = 'person';
const HELD: readonly NonNullable<LegalHoldCreate['resourceType']>[] = [
  'leads',
  'contacts',
  'companies',
  'deals',
  'activities',
  'lead-form-submissions',
];
/** The field that refers to a record type; record types without one are chosen by id. */
const fieldOf = (resource: unknown): string | undefined =>
  Object.entries(REFERENCES).find(([, reference]) => reference.resource === resource)?.[0];

/** Protects a person or one record. */
export function PlaceHoldDialog({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const kindName = useKindName();
  const { values, form } = useValues({ target: PERSON });
  const { run } = useAction([['legal-holds']]);
  const { target, email, recordId, reason } = values;
  const isPerson = target === PERSON;
  const record = fieldOf(target);
  return (
    <ActionDialog
      title={translate('holds.place')}
      text={translate('holds.place_text')}
      button={translate('holds.place')}
      fields={['email', 'recordId', 'reason']}
      isDisabled={!reason || !(isPerson ? email : recordId)}
      onSubmit={async () => {
        const held = isPerson ? { email } : { resourceType: target, recordId };
        await kontor.legalHolds.create({ ...held, reason } as LegalHoldCreate);
        await run('refresh', () => Promise.resolve(), 'holds.was_placed');
      }}
      onClose={onClose}
    >
      {(errors) => {
        const inputs = form(errors);
        const recordInput = { form: inputs, name: 'recordId', label: translate('holds.record'), isRequired: true };
        return (
          <>
            <ChoiceInput
              form={{
                ...inputs,
                set: (name, value) => {
                  inputs.set(name, value);
                  inputs.set('recordId', null);
                },
              }}
              name="target"
              label={translate('holds.what')}
              isRequired
              options={[
                { value: PERSON, label: translate('holds.person') },
                ...HELD.map((value) => ({ value, label: kindName(value) })),
              ]}
            />
            {isPerson && (
              <TextInput form={inputs} name="email" type="email" label={translate('holds.email')} isRequired />
            )}
            {!isPerson && record && <RecordInput key={record} {...recordInput} resource={record} />}
            {!isPerson && !record && <TextInput {...recordInput} help={translate('holds.record_help')} />}
            <TextInput form={inputs} name="reason" label={translate('holds.reason')} rows={2} isRequired />
          </>
        );
      }}
    </ActionDialog>
  );
}

export function ReleaseHoldDialog({ hold, onClose }: { readonly hold: LegalHoldView; readonly onClose: () => void }) {
  const translate = useTranslate();
  const { run } = useAction([['legal-holds']]);
  return (
    <ActionDialog
      title={translate('holds.release_title')}
      text={translate('holds.release_text')}
      button={translate('holds.release')}
      isDanger
      onSubmit={async () => {
        await kontor.legalHolds.release(hold.id);
        await run('refresh', () => Promise.resolve(), 'holds.was_released');
      }}
      onClose={onClose}
    />
  );
}
