import type { DealView, PipelineStageView } from '@kontor/sdk';
import DoneIcon from '@mui/icons-material/Check';
import { Alert, Box, ButtonBase, Paper } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useAccess } from '../../api/access';
import { kontor } from '../../api/kontor';
import { toneOf } from '../../fields/tones';
import type { RecordComponentProperties } from '../../records/record-screens';
import { useFormats } from '../../ui/profile';
import { RejectionNote } from '../closing/rejection-note';
import { useStages } from '../pipelines';
import { useDealRefresh } from '../use-deal-refresh';
import { useDuration, useVisits } from './visits';

/** The open stages of the pipeline as buttons that move the deal, with the time in each stage. */
export function StagePath({ record }: RecordComponentProperties) {
  const translate = useTranslate();
  const notify = useNotify();
  const { can } = useAccess();
  const refresh = useDealRefresh();
  const deal = record as unknown as DealView;
  const { data: stages = [] } = useStages(deal.pipelineId);
  const { data: visits = [] } = useVisits(deal.id);
  const [target, setTarget] = useState<string>();
  const move = async (stageId: string) => {
    if (target !== undefined) return;
    setTarget(stageId);
    try {
      await kontor.deals.move(deal.id, { stageId }, { ifMatch: deal });
    } catch (error) {
      notify(<RejectionNote title={deal.title} error={error} />, { type: 'error', autoHideDuration: 15_000 });
    }
    setTarget(undefined);
    refresh(deal.id);
  };
  const shown = stages.filter(({ id, kind, isActive }) => (kind === 'open' && isActive) || id === deal.stageId);
  const at = shown.findIndex(({ id }) => id === deal.stageId);
  const canMove = can('deals', 'update') && deal.status === 'open';
  if (shown.length === 0) return null;
  return (
    <Paper variant="outlined" component="nav" aria-label={translate('deals.path')} sx={{ p: 1, overflowX: 'auto' }}>
      <Box
        component="ol"
        sx={{ display: 'flex', flexDirection: { xs: 'column', sm: 'row' }, gap: 0.5, m: 0, p: 0, listStyle: 'none' }}
      >
        {shown.map((stage, index) => (
          <Box component="li" key={stage.id} sx={{ flex: 1, minWidth: { sm: 96 } }}>
            <PathStage
              stage={stage}
              isCurrent={index === at}
              isPast={index < at}
              isBusy={target === stage.id}
              seconds={visits.filter((visit) => visit.stageId === stage.id).reduce((sum, one) => sum + one.seconds, 0)}
              {...(canMove && stage.isActive && index !== at && { onMove: () => void move(stage.id) })}
            />
          </Box>
        ))}
      </Box>
      <ClosedNote deal={deal} />
    </Paper>
  );
}

interface StageProperties {
  readonly stage: PipelineStageView;
  readonly isCurrent: boolean;
  readonly isPast: boolean;
  readonly isBusy: boolean;
  readonly seconds: number;
  readonly onMove?: () => void;
}

function PathStage({ stage, isCurrent, isPast, isBusy, seconds, onMove }: StageProperties) {
  const translate = useTranslate();
  const duration = useDuration();
  return (
    <ButtonBase
      disabled={!onMove || isBusy}
      onClick={onMove}
      aria-current={isCurrent ? 'step' : undefined}
      aria-busy={isBusy}
      title={onMove ? translate('deals.move_into', { name: stage.name }) : stage.name}
      sx={(theme) => {
        const tone = toneOf(stage.kind === 'open' ? 'open' : stage.kind)[theme.palette.mode];
        return {
          width: '100%',
          minHeight: 40,
          px: 1,
          py: 0.5,
          display: 'block',
          textAlign: 'center',
          borderRadius: 0.75,
          fontSize: '0.8125rem',
          fontWeight: isCurrent ? 650 : 500,
          border: 1,
          borderColor: isCurrent ? tone.text : 'divider',
          color: isCurrent ? tone.text : isPast ? 'text.primary' : 'text.secondary',
          backgroundColor: isCurrent ? tone.ground : isPast ? 'action.hover' : 'transparent',
          opacity: isBusy ? 0.5 : 1,
          '&:hover': { backgroundColor: isCurrent ? tone.ground : 'action.selected' },
        };
      }}
    >
      <Box
        component="bdi"
        sx={{ display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
      >
        {isPast && <DoneIcon sx={{ fontSize: 13, mr: 0.5, verticalAlign: '-2px' }} />}
        {stage.name}
      </Box>
      <Box component="span" sx={{ fontSize: '0.6875rem', fontWeight: 400, opacity: 0.85 }}>
        {isBusy ? translate('deals.saving') : seconds > 0 ? duration(seconds) : ' '}
      </Box>
    </ButtonBase>
  );
}

/** Says how a closed deal ended, or that an open deal is rotting. */
function ClosedNote({ deal }: { readonly deal: DealView }) {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  if (deal.isRotting && deal.rotsAt)
    return (
      <Alert severity="warning" sx={{ mt: 1, py: 0 }}>
        {translate('deals.rotting_since', { time: dateTime(deal.rotsAt) })}
      </Alert>
    );
  if (deal.status === 'open' || deal.closedAt === null) return null;
  const reason = deal.wonReason ?? deal.lostReason;
  return (
    <Alert severity={deal.status === 'won' ? 'success' : 'info'} sx={{ mt: 1, py: 0 }}>
      {translate(`deals.closed_${deal.status}`, { time: dateTime(deal.closedAt) })}
      {reason && (
        <>
          {' '}
          <bdi>{reason}</bdi>
        </>
      )}
    </Alert>
  );
}
