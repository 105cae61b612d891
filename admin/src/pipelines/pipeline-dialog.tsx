import type { PipelineView } from '@kontor/sdk';
import { TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { EditDialog } from './edit-dialog';

interface Properties {
  /** Undefined for a new pipeline. */
  readonly pipeline?: PipelineView | undefined;
  readonly onCreated: (id: string) => void;
  readonly onClose: () => void;
}

/** Creates or renames a pipeline. */
export function PipelineDialog({ pipeline, onCreated, onClose }: Properties) {
  const translate = useTranslate();
  const labelOf = (name: string) => translate(`pipelines.${name}`);
  return (
    <EditDialog
      title={translate(pipeline ? 'pipelines.edit' : 'pipelines.create')}
      stored={{ name: pipeline?.name ?? '', description: pipeline?.description ?? null }}
      {...(pipeline && { version: pipeline.version, read: () => kontor.pipelines.get(pipeline.id) })}
      save={async (changes, version) => {
        if (pipeline)
          return kontor.pipelines.update(pipeline.id, changes, {
            ifMatch: { ...pipeline, version: version as number },
          });
        const { id } = await kontor.pipelines.create({ ...changes, name: changes.name ?? '' });
        return onCreated(id);
      }}
      labelOf={labelOf}
      textOf={(_, value) => String(value ?? '—')}
      onClose={onClose}
    >
      {({ values, set, errors }) => (
        <>
          <TextField
            required
            autoFocus
            label={labelOf('name')}
            value={values.name}
            error={errors['name'] !== undefined}
            helperText={errors['name']}
            onChange={({ target }) => set({ name: target.value })}
            slotProps={{ htmlInput: { maxLength: 100, dir: 'auto' } }}
          />
          <TextField
            multiline
            minRows={2}
            label={labelOf('description')}
            value={values.description ?? ''}
            onChange={({ target }) => set({ description: target.value || null })}
            slotProps={{ htmlInput: { maxLength: 500, dir: 'auto' } }}
          />
          {!pipeline && (
            <Typography variant="body2" color="textSecondary">
              {translate('pipelines.create_text')}
            </Typography>
          )}
        </>
      )}
    </EditDialog>
  );
}
