import type { PipelineView } from '@kontor/sdk';
import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useLocation, useNavigate, useParams } from 'react-router-dom';
import { usePipelines } from './pipelines';

const choose = (pipelines: readonly PipelineView[]): PipelineView | undefined =>
  pipelines.find(({ isDefault }) => isDefault) ?? pipelines[0];

/** Returns the pipeline of the address bar, else the default pipeline. */
export function usePipeline() {
  const { pipelineId } = useParams();
  const { data: pipelines = [], error, isPending, refetch } = usePipelines();
  const pipeline =
    pipelineId === undefined ? choose(pipelines) : pipelines.find(({ id }) => id === pipelineId.toLowerCase());
  return { pipelines, pipeline, error, isPending, refetch };
}

interface Properties {
  readonly pipelines: readonly PipelineView[];
  readonly pipeline: PipelineView;
  /** Path of the screen before the id of the pipeline. */
  readonly path: string;
}

/** Switches the pipeline. The address bar holds the pipeline; the filter stays. */
export function PipelineSelect({ pipelines, pipeline, path }: Properties) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { search } = useLocation();
  const shown = pipelines.filter(({ isActive, id }) => isActive || id === pipeline.id);
  return (
    <TextField
      select
      value={pipeline.id}
      label={translate('deals.pipeline')}
      onChange={({ target }) => void navigate(`${path}/${target.value}${search}`)}
      sx={{ width: { xs: '100%', sm: 210 } }}
    >
      {shown.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          <bdi title={name}>{name}</bdi>
        </MenuItem>
      ))}
    </TextField>
  );
}
