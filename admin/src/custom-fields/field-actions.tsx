import { Alert, Button, LinearProgress, List, ListItem, ListItemText } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CustomFieldView } from '@kontor/sdk';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { kontor } from '../api/kontor';
import { ActionRow } from '../settings/action-row';
import { Section } from '../settings/settings-page';
import { ActionDialog } from '../ui/action-dialog';
import { ErrorNote } from '../ui/feedback';
import { isolated, UserText } from '../ui/text';

type Action = 'archive' | 'restore' | 'rebuild' | 'delete';

interface Properties {
  readonly field: CustomFieldView;
}

/** Archive or restore, rebuild a failed index, delete. */
export function FieldActions({ field }: Properties) {
  const translate = useTranslate();
  const [open, setOpen] = useState<Action>();
  const actions: readonly Action[] = [
    ...(field.indexStatus === 'failed' ? (['rebuild'] as const) : []),
    field.archivedAt ? 'restore' : 'archive',
    'delete',
  ];
  return (
    <Section title={translate('custom_fields.actions')}>
      {actions.map((action) => (
        <ActionRow
          key={action}
          title={translate(`custom_fields.${action}`)}
          text={translate(`custom_fields.${action}_text`)}
        >
          <Button variant="outlined" color={action === 'delete' ? 'error' : 'inherit'} onClick={() => setOpen(action)}>
            {translate(`custom_fields.${action}`)}
          </Button>
        </ActionRow>
      ))}
      {open === 'delete' && <DeleteFieldDialog field={field} onClose={() => setOpen(undefined)} />}
      {open && open !== 'delete' && <StateDialog field={field} action={open} onClose={() => setOpen(undefined)} />}
    </Section>
  );
}

interface DialogProperties extends Properties {
  readonly onClose: () => void;
}

function StateDialog({ field, action, onClose }: DialogProperties & { readonly action: Exclude<Action, 'delete'> }) {
  const translate = useTranslate();
  const client = useQueryClient();
  return (
    <ActionDialog
      title={translate(`custom_fields.${action}_title`, { label: isolated(field.label) })}
      text={translate(`custom_fields.${action}_text`)}
      button={translate(`custom_fields.${action}`)}
      onSubmit={async () => {
        if (action === 'archive') await kontor.customFields.archive(field.id, { ifMatch: field });
        if (action === 'restore') await kontor.customFields.restore(field.id, { ifMatch: field });
        if (action === 'rebuild')
          await kontor.customFields.update(field.id, { isFilterable: true }, { ifMatch: field });
        await client.invalidateQueries();
      }}
      onClose={onClose}
    />
  );
}

/** Shows what stops working before the field is deleted. */
function DeleteFieldDialog({ field, onClose }: DialogProperties) {
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['custom-fields', field.id, 'dependents'],
    staleTime: 0,
    queryFn: ({ signal }) => kontor.customFields.listDependents(field.id, { signal }),
  });
  return (
    <ActionDialog
      title={translate('custom_fields.delete_title', { label: isolated(field.label) })}
      text={translate('custom_fields.delete_text')}
      button={translate('app.delete')}
      isDanger
      isDisabled={!data}
      maxWidth="sm"
      onSubmit={async () => {
        await kontor.customFields.delete(field.id, { ifMatch: field });
        await client.invalidateQueries({ queryKey: ['custom-fields', field.resource] });
        await client.invalidateQueries({ queryKey: ['meta'] });
        notify('custom_fields.deleted', { type: 'success', messageArgs: { label: isolated(field.label) } });
        void navigate(`/settings/custom-fields?resource=${field.resource}`);
      }}
      onClose={onClose}
    >
      {error && <ErrorNote error={error} />}
      {!data && !error && <LinearProgress aria-label={translate('app.loading')} />}
      {data && (
        <Alert severity={data.data.length > 0 ? 'warning' : 'success'}>
          {translate(data.data.length === 0 ? 'custom_fields.no_dependents' : 'custom_fields.dependents', {
            smart_count: data.data.length,
          })}
          <List dense disablePadding>
            {data.data.map(({ path, title, effect }) => (
              <ListItem key={`${path} ${title}`} disableGutters>
                <ListItemText primary={<UserText isCut={false}>{title}</UserText>} secondary={effect} />
              </ListItem>
            ))}
          </List>
        </Alert>
      )}
    </ActionDialog>
  );
}
