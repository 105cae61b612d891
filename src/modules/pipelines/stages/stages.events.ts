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
  'A stage moved to another position in its pipeline. Other stages whose position changed have no event.',
  { position: [2, 4] },
);
export const stageRetired = defineEvent<StageRetirement>(
  'pipeline_stage.retired',
  'pipeline-stages',
  'A stage was retired; its deals moved to another stage, each with its own event.',
  { ...carried, extra: () => StageRetired, example: { isActive: [true, false] } },
);
export const stageActivated = define('activated', 'A retired stage was activated.', { isActive: [false, true] });
export const stageDeleted = define('deleted', 'A stage that never had a deal was permanently deleted.');
