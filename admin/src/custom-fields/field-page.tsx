import { isKontorError, type CustomFieldView } from '@kontor/sdk';
import { Alert, Stack } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import type { RecordData } from '../data/calls';
import { useEditForm } from '../data/use-edit-form';
import { ChangeHistory } from '../settings/change-history';
import { Section, SettingsPage } from '../settings/settings-page';
import { EmptyState, ErrorNote, Loading } from '../ui/feedback';
import { Form, TextInput } from '../ui/form';
import { DEFINITION_FIELDS, DefinitionInputs } from './definition-inputs';
import { FieldActions } from './field-actions';
import { IndexStatus } from './field-row';

const POLL_MS = 2_000;

const useFieldLabels = (): Record<string, string> => {
  const translate = useTranslate();
  return Object.fromEntries(DEFINITION_FIELDS.map((name) => [name, translate(`custom_fields.${name}`)]));
};

/** One custom field: its definition, the state of its index, archive and deletion. */
export function Screen() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const labels = useFieldLabels();
  const { can } = useAccess();
  const { data, error, refetch } = useQuery({
    queryKey: ['record', id],
    queryFn: () => kontor.customFields.get(id),
    refetchInterval: ({ state }) => (state.data?.indexStatus === 'building' ? POLL_MS : false),
  });
  if (isKontorError(error) && error.status === 404) return <EmptyState title={translate('custom_fields.missing')} />;
  if (!data) return error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <Loading />;
  const { resource } = data;
  return (
    <SettingsPage
      title={data.label}
      text={`${translate(`records.${resource}.many`)} · ${translate(`custom_fields.type_${data.type}`)} · ${data.key}`}
      path={[{ to: `/settings/custom-fields?resource=${resource}`, label: translate('settings.fields') }]}
      actions={<IndexStatus field={data} />}
      width={760}
    >
      <Stack spacing={2}>
        {data.archivedAt && <Alert severity="info">{translate('custom_fields.archived_text')}</Alert>}
        <Section title={translate('custom_fields.definition')}>
          <FieldForm field={data} labels={labels} />
        </Section>
        {can('custom-fields', 'manage') && <FieldActions field={data} />}
        <Section title={translate('record.tab_history')}>
          <ChangeHistory resource="custom-fields" id={id} labels={labels} />
        </Section>
      </Stack>
    </SettingsPage>
  );
}

interface FormProperties {
  readonly field: CustomFieldView;
  readonly labels: Readonly<Record<string, string>>;
}

function FieldForm({ field, labels }: FormProperties) {
  const translate = useTranslate();
  const { can } = useAccess();
  const form = useEditForm('custom-fields', field as unknown as RecordData);
  const canSave = can('custom-fields', 'manage');
  const show = (_: string, value: unknown) => {
    if (typeof value === 'boolean') return translate(value ? 'app.yes' : 'app.no');
    if (!Array.isArray(value)) return String(value ?? '—');
    return value.map((one) => (typeof one === 'string' ? one : (one as { label: string }).label)).join(', ');
  };
  return (
    <Form form={form} labels={labels} canSave={canSave} show={show}>
      <TextInput form={form} name="label" label={labels['label'] ?? ''} isRequired empty="" isDisabled={!canSave} />
      <DefinitionInputs
        form={form}
        type={field.type}
        stored={field.options.map(({ value }) => value)}
        isDisabled={!canSave}
      />
    </Form>
  );
}
