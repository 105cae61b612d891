import type { PipelineStageView } from '@kontor/sdk';
import { Box, Button, Chip, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { StatusChip } from '../fields/field-value';
import { ErrorNote, Loading } from '../ui/feedback';
import { UserText } from '../ui/text';
import { useStages } from '../deals/pipelines';
import { DeleteStageDialog, RetireDialog } from './removal-dialogs';
import { RowMenu } from './row-menu';
import { SortableList } from './sortable-list';
import { StageDialog } from './stage-dialog';
import { useWrite } from './use-write';

type Open =
  { readonly kind: 'create' } | { readonly kind: 'edit' | 'retire' | 'delete'; readonly stage: PipelineStageView };

/** The stages of a pipeline in their order: probability, rotting, kind. */
export function StageList({ pipelineId, canManage }: { readonly pipelineId: string; readonly canManage: boolean }) {
  const translate = useTranslate();
  const { isBusy, write } = useWrite();
  const { data: stages, error, refetch } = useStages(pipelineId);
  const [open, setOpen] = useState<Open>();
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!stages) return <Loading />;
  const close = () => setOpen(undefined);
  // A new open stage comes before the stages that close a deal.
  const closing = stages.findIndex(({ kind }) => kind !== 'open');
  const actionsOf = (stage: PipelineStageView) => [
    { label: translate('pipelines.edit_stage'), run: () => setOpen({ kind: 'edit', stage }) },
    stage.isActive
      ? { label: translate('pipelines.retire_more'), run: () => setOpen({ kind: 'retire', stage }) }
      : {
          label: translate('pipelines.activate'),
          run: () => void write(() => kontor.pipelineStages.activate(stage.id, { ifMatch: stage })),
        },
    { label: translate('pipelines.delete_more'), run: () => setOpen({ kind: 'delete', stage }) },
  ];
  return (
    <>
      <Stack direction="row" sx={{ alignItems: 'center', mb: 1 }}>
        <Typography variant="h6" component="h2" sx={{ flex: 1 }}>
          {translate('pipelines.stages')}
        </Typography>
        {canManage && (
          <Button variant="outlined" onClick={() => setOpen({ kind: 'create' })}>
            {translate('pipelines.create_stage')}
          </Button>
        )}
      </Stack>
      <SortableList
        items={stages}
        label={translate('pipelines.stages')}
        canSort={canManage}
        onMove={(stage, position) =>
          write(() => kontor.pipelineStages.reorder(stage.id, { position }, { ifMatch: stage }))
        }
      >
        {(stage) => (
          <>
            <StageRow stage={stage} />
            {canManage && (
              <RowMenu
                label={translate('pipelines.actions', { name: stage.name })}
                isBusy={isBusy}
                actions={actionsOf(stage)}
              />
            )}
          </>
        )}
      </SortableList>
      {open?.kind === 'create' && (
        <StageDialog pipelineId={pipelineId} position={closing < 0 ? stages.length + 1 : closing + 1} onClose={close} />
      )}
      {open?.kind === 'edit' && (
        <StageDialog pipelineId={pipelineId} stage={open.stage} position={open.stage.position} onClose={close} />
      )}
      {open?.kind === 'retire' && <RetireDialog stage={open.stage} stages={stages} onClose={close} />}
      {open?.kind === 'delete' && (
        <DeleteStageDialog
          stage={open.stage}
          stages={stages}
          onRetire={() => setOpen({ kind: 'retire', stage: open.stage })}
          onClose={close}
        />
      )}
    </>
  );
}

function StageRow({ stage }: { readonly stage: PipelineStageView }) {
  const translate = useTranslate();
  return (
    <Box sx={{ flex: 1, minWidth: 0, px: 1, py: 0.75, opacity: stage.isActive ? 1 : 0.65 }}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Box
          sx={{
            width: 10,
            height: 10,
            borderRadius: '50%',
            flexShrink: 0,
            backgroundColor: stage.color ?? 'transparent',
            border: 1,
            borderColor: stage.color ?? 'divider',
          }}
        />
        <Box sx={{ flex: '1 1 120px', minWidth: 0, fontSize: '0.875rem', fontWeight: 550 }}>
          <UserText>{stage.name}</UserText>
        </Box>
        {!stage.isActive && <Chip variant="outlined" label={translate('deals.retired')} />}
        {stage.kind === 'open' ? (
          <Typography variant="body2" color="textSecondary" sx={{ fontVariantNumeric: 'tabular-nums' }}>
            {translate('pipelines.percent', { number: stage.probability })}
            {stage.rotDays !== null && ` · ${translate('pipelines.rots', { smart_count: stage.rotDays })}`}
          </Typography>
        ) : (
          <StatusChip label={translate(`pipelines.kind_${stage.kind}`)} value={stage.kind} />
        )}
      </Stack>
      {stage.description && (
        <Typography variant="caption" color="textSecondary" component="div" sx={{ pl: 2.25 }}>
          <UserText>{stage.description}</UserText>
        </Typography>
      )}
    </Box>
  );
}
