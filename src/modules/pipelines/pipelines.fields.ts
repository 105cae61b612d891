import { sql, type RawBuilder } from 'kysely';
import { defineRecordFields, field, type Fields, type RecordSource } from '../../platform/query/index.js';
import { STAGE_KINDS } from './stages/pipeline-stage.entity.js';
import type { PipelineView } from './pipelines.dto.js';
import type { PipelineStageView } from './stages/stages.dto.js';

type Columns<V> = Record<keyof V, RawBuilder<unknown>>;

const pipelineColumns: Columns<PipelineView> = {
  id: sql.ref('p.id'),
  name: sql.ref('p.name'),
  description: sql.ref('p.description'),
  isDefault: sql.ref('p.is_default'),
  isActive: sql.ref('p.is_active'),
  position: sql`(select count(*)::int from pipelines o where o.rank <= p.rank)`,
  createdAt: sql.ref('p.created_at'),
  updatedAt: sql.ref('p.updated_at'),
  version: sql.ref('p.version'),
};

export const pipelineFields = {
  id: field.uuid('p.id'),
  name: field.text('p.name', { sort: { expression: sql`lower(p.name)` } }),
  isActive: field.boolean('p.is_active'),
  position: field.decimal('p.rank', { sort: true, filter: false }),
  createdAt: field.timestamp('p.created_at', { sort: true }),
} satisfies Fields;
defineRecordFields('pipelines', pipelineFields);

export const pipelineSource: RecordSource = {
  resource: 'pipelines',
  from: sql`pipelines p`,
  id: sql.ref('p.id'),
  fields: pipelineFields,
  columns: pipelineColumns,
  live: sql`true`,
};

const stageColumns: Columns<PipelineStageView> = {
  id: sql.ref('s.id'),
  pipelineId: sql.ref('s.pipeline_id'),
  name: sql.ref('s.name'),
  description: sql.ref('s.description'),
  position: sql`(select count(*)::int from pipeline_stages o where o.pipeline_id = s.pipeline_id and o.rank <= s.rank)`,
  kind: sql.ref('s.kind'),
  probability: sql.ref('s.probability'),
  color: sql.ref('s.color'),
  rotDays: sql.ref('s.rot_days'),
  isActive: sql.ref('s.is_active'),
  createdAt: sql.ref('s.created_at'),
  updatedAt: sql.ref('s.updated_at'),
  version: sql.ref('s.version'),
};

export const stageFields = {
  id: field.uuid('s.id'),
  name: field.text('s.name', { sort: { expression: sql`lower(s.name)` } }),
  kind: field.choice('s.kind', STAGE_KINDS),
  isActive: field.boolean('s.is_active'),
  position: field.decimal('s.rank', { sort: true, filter: false }),
  createdAt: field.timestamp('s.created_at', { sort: true }),
} satisfies Fields;
defineRecordFields('pipeline-stages', stageFields);

export const stageSource: RecordSource = {
  resource: 'pipeline-stages',
  from: sql`pipeline_stages s`,
  id: sql.ref('s.id'),
  fields: stageFields,
  columns: stageColumns,
  live: sql`true`,
};
