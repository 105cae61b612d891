import type { PipelineView } from '@kontor/sdk';
import { Box, Chip } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { kontor } from '../api/kontor';
import { UserText } from '../ui/text';
import { PipelineDialog } from './pipeline-dialog';
import { ConfirmDialog } from './removal-dialogs';
import { RowMenu } from './row-menu';
import { SortableList } from './sortable-list';
import { useWrite } from './use-write';

interface Properties {
  readonly pipelines: readonly PipelineView[];
  readonly selectedId: string;
  readonly canManage: boolean;
}

/** The pipelines in their order. */
export function PipelineList({ pipelines, selectedId, canManage }: Properties) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { isBusy, write } = useWrite();
  const [edited, setEdited] = useState<PipelineView>();
  const [deleted, setDeleted] = useState<PipelineView>();
  const update = (pipeline: PipelineView, patch: object) => () =>
    void write(() => kontor.pipelines.update(pipeline.id, patch, { ifMatch: pipeline }));
  const actionsOf = (pipeline: PipelineView) => [
    { label: translate('pipelines.edit'), run: () => setEdited(pipeline) },
    ...(pipeline.isDefault
      ? []
      : [
          ...(pipeline.isActive
            ? [{ label: translate('pipelines.make_default'), run: update(pipeline, { isDefault: true }) }]
            : []),
          {
            label: translate(pipeline.isActive ? 'pipelines.retire' : 'pipelines.activate'),
            run: update(pipeline, { isActive: !pipeline.isActive }),
          },
          { label: translate('app.delete'), run: () => setDeleted(pipeline) },
        ]),
  ];
  return (
    <>
      <SortableList
        items={pipelines}
        label={translate('pipelines.title')}
        canSort={canManage}
        onMove={(pipeline, position) =>
          write(() => kontor.pipelines.reorder(pipeline.id, { position }, { ifMatch: pipeline }))
        }
      >
        {(pipeline) => (
          <>
            <Box
              sx={{
                flex: 1,
                minWidth: 0,
                px: 1,
                py: 1,
                fontSize: '0.875rem',
                fontWeight: pipeline.id === selectedId ? 650 : 500,
                opacity: pipeline.isActive ? 1 : 0.65,
              }}
              aria-current={pipeline.id === selectedId ? 'page' : undefined}
            >
              <UserText to={`/settings/pipelines/${pipeline.id}`}>{pipeline.name}</UserText>
            </Box>
            {pipeline.isDefault && <Chip color="primary" variant="outlined" label={translate('pipelines.default')} />}
            {!pipeline.isActive && <Chip variant="outlined" label={translate('deals.retired')} />}
            {canManage && (
              <RowMenu
                label={translate('pipelines.actions', { name: pipeline.name })}
                isBusy={isBusy}
                actions={actionsOf(pipeline)}
              />
            )}
          </>
        )}
      </SortableList>
      {edited && <PipelineDialog pipeline={edited} onCreated={() => undefined} onClose={() => setEdited(undefined)} />}
      {deleted && (
        <ConfirmDialog
          title={translate('pipelines.delete')}
          name={deleted.name}
          text={translate('pipelines.delete_text')}
          button={translate('app.delete')}
          run={async () => {
            await kontor.pipelines.delete(deleted.id, { ifMatch: deleted });
            if (deleted.id === selectedId) void navigate('/settings/pipelines', { replace: true });
          }}
          onClose={() => setDeleted(undefined)}
        />
      )}
    </>
  );
}
