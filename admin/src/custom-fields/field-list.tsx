import AddIcon from '@mui/icons-material/Add';
import { Box, Button, Tab, Tabs, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { readAll } from '../data/read-all';
import { SettingsPage } from '../settings/settings-page';
import { EmptyState, ErrorNote, Loading } from '../ui/feedback';
import { CreateFieldDialog } from './create-field-dialog';
import { FieldOrder } from './field-order';
import { FieldRow } from './field-row';
import { RESOURCES, type FieldResource } from './field-types';

const POLL_MS = 2_000;

const useFields = (resource: FieldResource) =>
  useQuery({
    queryKey: ['custom-fields', resource],
    queryFn: () => readAll(kontor.customFields.list({ resource: [resource], limit: 100 })),
    // The state of an index changes in the background.
    refetchInterval: ({ state }) =>
      state.data?.some(({ indexStatus }) => indexStatus === 'building') ? POLL_MS : false,
  });

/** The custom fields of each record type, in the order of the forms. */
export function Screen() {
  const translate = useTranslate();
  const { can } = useAccess();
  const [address, setAddress] = useSearchParams();
  const asked = address.get('resource');
  const resource = RESOURCES.find((one) => one === asked) ?? 'leads';
  const { data, error, refetch } = useFields(resource);
  const [isCreating, setCreating] = useState(false);
  const canManage = can('custom-fields', 'manage');
  const active = data?.filter(({ archivedAt }) => archivedAt === null) ?? [];
  const archived = data?.filter(({ archivedAt }) => archivedAt !== null) ?? [];
  const create = canManage && (
    <Button variant="contained" startIcon={<AddIcon />} onClick={() => setCreating(true)}>
      {translate('custom_fields.create')}
    </Button>
  );
  return (
    <SettingsPage
      title={translate('settings.fields')}
      text={translate('custom_fields.text')}
      actions={create}
      width={860}
    >
      <Tabs
        value={resource}
        onChange={(_, chosen: string) => setAddress({ resource: chosen })}
        variant="scrollable"
        aria-label={translate('custom_fields.record_type')}
        sx={{ borderBottom: 1, borderColor: 'divider' }}
      >
        {RESOURCES.map((one) => (
          <Tab key={one} value={one} label={translate(`records.${one}.many`)} />
        ))}
      </Tabs>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && (
        <EmptyState title={translate('custom_fields.empty')} text={translate('custom_fields.empty_text')}>
          {create}
        </EmptyState>
      )}
      {active.length > 0 && <FieldOrder resource={resource} fields={active} canManage={canManage} />}
      {archived.length > 0 && (
        <Box>
          <Typography variant="subtitle2" component="h2" sx={{ mb: 1 }}>
            {translate('custom_fields.archived')}
          </Typography>
          {archived.map((field) => (
            <FieldRow key={field.id} field={field} />
          ))}
        </Box>
      )}
      {isCreating && <CreateFieldDialog resource={resource} onClose={() => setCreating(false)} />}
    </SettingsPage>
  );
}
