import { Conflict, invalidAt } from '../../../kernel/errors.js';
import { STAGE_KINDS, type StageKind } from './pipeline-stage.entity.js';
import { MOST_STAGES, type PipelineStageCreate, type PipelineStageView } from './stages.dto.js';

const SURE: Readonly<Partial<Record<StageKind, number>>> = { won: 100, lost: 0 };

/** What is won is sure and what is lost is hopeless; anything else said of them is a mistake. */
export function probabilityOf(
  kind: StageKind,
  wanted: number | undefined,
  stored: number,
  pointer = '#/probability',
): number {
  const sure = SURE[kind];
  if (sure === undefined) return wanted ?? stored;
  if (wanted !== undefined && wanted !== sure)
    throw invalidAt(pointer, 'probability-of-kind', `a stage where deals are ${kind} has the probability ${sure}`);
  return sure;
}

/** The stages that a new pipeline begins with. */
export function requireWholePipeline(stages: readonly PipelineStageCreate[]): void {
  const missing = STAGE_KINDS.find((kind) => !stages.some((stage) => (stage.kind ?? 'open') === kind));
  if (missing) throw invalidAt('#/stages', 'kind-missing', `there must be a stage where deals are ${missing}`);
  const names = stages.map(({ name }) => name.toLowerCase());
  const twice = names.findIndex((name, at) => names.indexOf(name) < at);
  if (twice >= 0) throw invalidAt(`#/stages/${twice}/name`, 'duplicate', 'another stage has this name already');
}

/** Without an open stage no deal could begin, without the others none could end. */
export function requireAnother(stages: readonly PipelineStageView[], { id, kind, isActive }: PipelineStageView): void {
  if (!isActive || stages.some((other) => other.id !== id && other.kind === kind && other.isActive)) return;
  throw new Conflict(
    'last-stage-of-kind',
    `It is the only active stage of its pipeline where deals are ${kind}; make another one first.`,
  );
}

export function requireRoom(stages: readonly PipelineStageView[]): void {
  if (stages.length >= MOST_STAGES)
    throw new Conflict('too-many-stages', `A pipeline has at most ${MOST_STAGES} stages.`);
}

/** Where the deals of a stage may go when it is retired. */
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
    throw invalidAt('#/toStageId', 'other-kind', `must be a stage where deals are ${from.kind}, as in this one`);
  return target;
}
