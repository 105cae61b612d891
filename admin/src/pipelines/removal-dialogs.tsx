import type { PipelineStageView } from '@kontor/sdk';
import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  MenuItem,
  TextField,
} from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { errorText } from '../api/errors';
import { kontor } from '../api/kontor';
import { UserText } from '../ui/text';
import { usePipelineRefresh } from './use-write';

interface ConfirmProperties {
  readonly title: string;
  readonly name: string;
  readonly text: string;
  readonly button: string;
  readonly run: () => PromiseLike<unknown>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
  /** Another way if the server rejects the change. */
  readonly alternative?: ReactNode;
}

/** Asks before a change that is hard to undo. The reason of a rejected change stays in the dialog. */
export function ConfirmDialog(properties: ConfirmProperties) {
  const { title, name, text, button, run, onClose, children, alternative } = properties;
  const translate = useTranslate();
  const refresh = usePipelineRefresh();
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await run();
      await refresh();
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
      await refresh();
    }
  };
  return (
    <Dialog open onClose={() => !isBusy && onClose()} maxWidth="xs" fullWidth aria-labelledby="confirm-title">
      <DialogTitle id="confirm-title">{title}</DialogTitle>
      <DialogContent>
        <DialogContentText component="div" sx={{ mb: 2 }}>
          <strong>
            <UserText>{name}</UserText>
          </strong>
          {text}
        </DialogContentText>
        {error !== undefined && (
          <Alert severity="error" sx={{ mb: 2 }}>
            {errorText(error)}
          </Alert>
        )}
        {children}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={isBusy}>
          {translate('app.cancel')}
        </Button>
        {error !== undefined && alternative}
        <Button variant="contained" color="error" loading={isBusy} onClick={() => void confirm()}>
          {button}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface StageProperties {
  readonly stage: PipelineStageView;
  readonly stages: readonly PipelineStageView[];
  readonly onClose: () => void;
}

/** Retires a stage. Its deals move to another stage of the same kind. */
export function RetireDialog({ stage, stages, onClose }: StageProperties) {
  const translate = useTranslate();
  const notify = useNotify();
  const [target, setTarget] = useState('');
  const others = stages.filter(({ id, kind, isActive }) => id !== stage.id && kind === stage.kind && isActive);
  const retire = async () => {
    const body = target === '' ? {} : { toStageId: target };
    const { moved, jobId } = await kontor.pipelineStages.retire(stage.id, body, { ifMatch: stage });
    const key = jobId === null ? 'pipelines.retired' : 'pipelines.retiring';
    notify(key, { type: 'success', messageArgs: { smart_count: moved } });
  };
  return (
    <ConfirmDialog
      title={translate('pipelines.retire_stage')}
      name={stage.name}
      text={translate('pipelines.retire_text')}
      button={translate('pipelines.retire')}
      run={retire}
      onClose={onClose}
    >
      <TextField
        select
        label={translate('pipelines.deals_go_to')}
        value={target}
        onChange={(event) => setTarget(event.target.value)}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value="">{translate('pipelines.no_target')}</MenuItem>
        {others.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            <bdi>{name}</bdi>
          </MenuItem>
        ))}
      </TextField>
    </ConfirmDialog>
  );
}

/** Deletes a stage that never had a deal. For other stages it offers to retire the stage. */
export function DeleteStageDialog({ stage, onRetire, onClose }: StageProperties & { readonly onRetire: () => void }) {
  const translate = useTranslate();
  return (
    <ConfirmDialog
      title={translate('pipelines.delete_stage')}
      name={stage.name}
      text={translate('pipelines.delete_stage_text')}
      button={translate('app.delete')}
      run={() => kontor.pipelineStages.delete(stage.id, { ifMatch: stage })}
      onClose={onClose}
      alternative={
        stage.isActive && (
          <Button variant="outlined" onClick={onRetire}>
            {translate('pipelines.retire_instead')}
          </Button>
        )
      }
    />
  );
}
