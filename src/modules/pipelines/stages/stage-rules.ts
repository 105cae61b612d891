import { ConflictError, invalidAt } from '../../../kernel/errors.js';
import { STAGE_KINDS, type StageKind } from './pipeline-stage.entity.js';
import { MOST_STAGES, type PipelineStageCreate, type PipelineStageView } from './stages.dto.js';

const SURE: Readonly<Partial<Record<StageKind, number>>> = { won: 100, lost: 0 };

/** Won stages have the probability 100 and lost stages 0. Rejects other values for these stages. */
export function probabilityOf(
  kind: StageKind,
  requested: number | undefined,
  stored: number,
  pointer = '#/probability',
): number {
  const sure = SURE[kind];
  if (sure === undefined) return requested ?? stored;
  if (requested !== undefined && requested !== sure)
    throw invalidAt(pointer, 'probability-of-kind', `a stage where deals are ${kind} has the probability ${sure}`);
  return sure;
}

/** Requires a stage of each kind, and unique names. */
export function requireWholePipeline(stages: readonly PipelineStageCreate[]): void {
  const missing = STAGE_KINDS.find((kind) => !stages.some((stage) => (stage.kind ?? 'open') === kind));
  if (missing) throw invalidAt('#/stages', 'kind-missing', `there must be a stage of kind ${missing}`);
  const names = stages.map(({ name }) => name.toLowerCase());
  const twice = names.findIndex((name, at) => names.indexOf(name) < at);
  if (twice >= 0) throw invalidAt(`#/stages/${twice}/name`, 'duplicate', 'another stage has this name already');
}

/** Requires another active stage of the same kind: deals need open, won and lost stages. */
export function requireAnother(stages: readonly PipelineStageView[], { id, kind, isActive }: PipelineStageView): void {
  if (!isActive || stages.some((other) => other.id !== id && other.kind === kind && other.isActive)) return;
  throw new ConflictError(
    'last-stage-of-kind',
    `This is the only active ${kind} stage of its pipeline; create another one first.`,
  );
}

export function requireStageLimit(stages: readonly PipelineStageView[]): void {
  if (stages.length >= MOST_STAGES)
    throw new ConflictError('too-many-stages', `A pipeline has at most ${MOST_STAGES} stages.`);
}

/** Returns the target of a retirement: another active stage of the same pipeline and kind. */
export function requireTarget(
  stages: readonly PipelineStageView[],
  from: PipelineStageView,
  toStageId: string,
): PipelineStageView {
  const target = stages.find(({ id }) => id === toStageId.toLowerCase());
  if (!target) throw invalidAt('#/toStageId', 'unknown-stage', 'must be a stage of the same pipeline');
  if (target.id === from.id) throw invalidAt('#/toStageId', 'same-stage', 'must be another stage');
  if (!target.isActive) throw invalidAt('#/toStageId', 'stage-retired', 'must be an active stage');
  if (target.kind !== from.kind)
    throw invalidAt('#/toStageId', 'other-kind', `must be a stage of kind ${from.kind}, as this stage`);
  return target;
}
