import { defineEntity, p } from '@mikro-orm/core';
import { stamped, versioned } from '../../kernel/entity.js';

const PipelineSchema = defineEntity({
  name: 'Pipeline',
  tableName: 'pipelines',
  properties: {
    ...stamped,
    ...versioned,
    name: p.string().length(100),
    description: p.string().length(500).nullable(),
    isDefault: p.boolean().default(false),
    isActive: p.boolean().default(true),
    rank: p.decimal('string').columnType('numeric'),
  },
});

/** An ordered list of stages for deals. */
export class Pipeline extends PipelineSchema.class {}
PipelineSchema.setClass(Pipeline);
export { PipelineSchema };
