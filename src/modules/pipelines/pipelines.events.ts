import type { Change } from '../../kernel/change.js';
import { defineEvent } from '../../kernel/events.js';
import { PipelineView } from './pipelines.dto.js';

export type PipelineChange = Change<PipelineView>;

const carried = { object: () => PipelineView };

export const pipelineCreated = defineEvent<PipelineChange>(
  'pipeline.created',
  'pipelines',
  'A pipeline was created; each stage has its own event `pipeline_stage.created`.',
  carried,
);
export const pipelineUpdated = defineEvent<PipelineChange>(
  'pipeline.updated',
  'pipelines',
  'A pipeline was changed, moved or retired, or the default pipeline changed. Other pipelines whose position ' +
    'changed have no event.',
  { ...carried, example: { isDefault: [false, true] } },
);
export const pipelineDeleted = defineEvent<PipelineChange>(
  'pipeline.deleted',
  'pipelines',
  'A pipeline that never had a deal was permanently deleted.',
  carried,
);
