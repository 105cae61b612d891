import { defineEntity, p } from '@mikro-orm/core';
import { stamped, versioned } from '../../../kernel/entity.js';
import { Pipeline } from '../pipeline.entity.js';

export const STAGE_KINDS = ['open', 'won', 'lost'] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

const PipelineStageSchema = defineEntity({
  name: 'PipelineStage',
  tableName: 'pipeline_stages',
  properties: {
    ...stamped,
    ...versioned,
    pipeline: () => p.manyToOne(Pipeline),
    name: p.string().length(100),
    description: p.string().length(500).nullable(),
    rank: p.decimal('string').columnType('numeric'),
    probability: p.smallint().default(0),
    color: p.string().length(7).nullable(),
    kind: p.string().$type<StageKind>().default('open'),
    isActive: p.boolean().default(true),
    rotDays: p.smallint().nullable(),
    /** The stage that received the deals of a retired stage. */
    successorId: p.uuid().nullable(),
  },
});

/** A step of a pipeline: open, won or lost. */
export class PipelineStage extends PipelineStageSchema.class {}
PipelineStageSchema.setClass(PipelineStage);
export { PipelineStageSchema };
