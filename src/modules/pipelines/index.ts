export { Pipeline, PipelineSchema } from './pipeline.entity.js';
export { PipelineStage, PipelineStageSchema, STAGE_KINDS, type StageKind } from './stages/pipeline-stage.entity.js';
export { PipelineView } from './pipelines.dto.js';
export { PipelineStageView } from './stages/stages.dto.js';
export { PipelinesModule } from './pipelines.module.js';
export { PipelinesQueries } from './pipelines.queries.js';
export { stageFields } from './pipelines.fields.js';
export { type RecordsInStage, HasRecordsInStages } from './stage-jobs/records-in-stage.js';
