import type { Change } from '../../../kernel/change.js';
import { defineEvent, type EventType } from '../../../kernel/events.js';
import { StageRetired } from './stage-retirement.dto.js';
import { PipelineStageView } from './stages.dto.js';

export type StageChange = Change<PipelineStageView>;
export interface StageRetirement extends StageChange, StageRetired {}

const carried = { object: () => PipelineStageView, permission: 'pipelines:read' } as const;
const define = (
  name: string,
  description: string,
  example?: { readonly [K in keyof PipelineStageView]?: readonly [PipelineStageView[K], PipelineStageView[K]] },
): EventType<StageChange> =>
  defineEvent<StageChange>(`pipeline_stage.${name}`, 'pipeline-stages', description, {
    ...carried,
    ...(example && { example }),
  });

export const stageCreated = define('created', 'A stage was added to a pipeline.');
export const stageUpdated = define('updated', 'A stage was changed.', { probability: [50, 60] });
export const stageMoved = define(
  'moved',
  'A stage got another place in its pipeline. Those whose places moved along with it are not told of.',
  { position: [2, 4] },
);
export const stageRetired = defineEvent<StageRetirement>(
  'pipeline_stage.retired',
  'pipeline-stages',
  'No deal can be put into a stage any more; those that were there moved, each with an event of its own.',
  { ...carried, extra: () => StageRetired, example: { isActive: [true, false] } },
);
export const stageActivated = define('activated', 'A retired stage takes deals again.', { isActive: [false, true] });
export const stageDeleted = define('deleted', 'A stage in which no deal ever was is gone for good.');
