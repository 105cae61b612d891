import type { Change } from '../../kernel/change.js';
import { defineEvent } from '../../kernel/events.js';
import { PipelineView } from './pipelines.dto.js';

export type PipelineChange = Change<PipelineView>;

const carried = { object: () => PipelineView };

export const pipelineCreated = defineEvent<PipelineChange>(
  'pipeline.created',
  'pipelines',
  'A pipeline was made; each of its stages is told by pipeline_stage.created.',
  carried,
);
export const pipelineUpdated = defineEvent<PipelineChange>(
  'pipeline.updated',
  'pipelines',
  'A pipeline was changed, moved, retired, or became or ceased to be the default. Those whose places moved along with it are not told of.',
  { ...carried, example: { isDefault: [false, true] } },
);
export const pipelineDeleted = defineEvent<PipelineChange>(
  'pipeline.deleted',
  'pipelines',
  'A pipeline on which no deal ever was is gone for good.',
  carried,
);
