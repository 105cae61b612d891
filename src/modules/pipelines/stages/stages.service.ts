import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/entity.js';
import { ConflictError } from '../../../kernel/errors.js';
import { Events } from '../../../kernel/events.js';
import { StageJob } from '../stage-jobs/stage-job.js';
import { Pipeline } from '../pipeline.entity.js';
import { PipelinesQueries } from '../pipelines.queries.js';
import { Ranks, stagesOf } from '../ranks.js';
import { PipelineStage } from './pipeline-stage.entity.js';
import { probabilityOf, requireAnother, requireStageLimit } from './stage-rules.js';
import { StageWrites, type LockedStage } from './stage-writes.js';
import type {
  PipelineStageCreate,
  PipelineStageUpdate,
  PipelineStageUpdatedView,
  PipelineStageView,
  PlacedStageCreate,
} from './stages.dto.js';
import { stageActivated, stageCreated, stageDeleted, stageMoved, stageUpdated } from './stages.events.js';

@Injectable()
export class StagesService {
  constructor(
    private readonly writes: StageWrites,
    private readonly queries: PipelinesQueries,
    private readonly events: Events,
    private readonly ranks: Ranks,
    private readonly work: StageJob,
  ) {}

  async create(pipelineId: string, { position, ...patch }: PlacedStageCreate): Promise<PipelineStageView> {
    await this.queries.get(pipelineId);
    return this.writes.write(async (em) => {
      requireStageLimit(await this.writes.lockPipeline(pipelineId));
      const id = put(em, pipelineId, patch, await this.ranks.at(stagesOf(pipelineId), position));
      await em.flush();
      return this.created(id);
    });
  }

  /** Creates the stages of a new pipeline in the current unit of work. */
  async createAll(em: EntityManager, pipelineId: string, stages: readonly PipelineStageCreate[]): Promise<void> {
    const ids = stages.map((stage, at) => put(em, pipelineId, stage, String(at + 1), `#/stages/${at}/probability`));
    await em.flush();
    for (const id of ids) await this.created(id);
  }

  async update(
    actor: Actor,
    id: string,
    patch: PipelineStageUpdate,
    version?: number,
  ): Promise<PipelineStageUpdatedView> {
    let jobId: string | null = null;
    const { stage } = await this.writes.change(id, {
      event: stageUpdated,
      version,
      patch,
      apply: async (held) => {
        jobId = await this.apply(actor, held, patch);
      },
    });
    return { ...stage, jobId };
  }

  async move(id: string, position: number, version?: number): Promise<PipelineStageView> {
    const { stage } = await this.writes.change(id, {
      event: stageMoved,
      version,
      apply: (held) => this.rankAt(held, position),
    });
    return stage;
  }

  async activate(id: string, version?: number): Promise<PipelineStageView> {
    const { stage } = await this.writes.change(id, {
      event: stageActivated,
      version,
      apply: async (held) => {
        if (held.stage.isActive) throw new ConflictError('stage-active', 'The stage is not retired.');
        Object.assign(held.stage, { isActive: true, successorId: null });
      },
    });
    return stage;
  }

  /** Deletes a stage that never had deals. The history of deals refers to all other stages. */
  remove(id: string, version?: number): Promise<void> {
    return this.writes.write(async (em) => {
      const { before, stages } = await this.writes.lockStage(em, id, version);
      requireAnother(stages, before);
      await em.nativeDelete(PipelineStage, { id });
      this.events.record(stageDeleted, id, { object: before, previous: {}, changedFields: [] });
    });
  }

  /** Returns the id of the job that updates the deals, or null if no job is needed. */
  private async apply(
    actor: Actor,
    held: LockedStage,
    { position, probability, kind, ...plain }: PipelineStageUpdate,
  ): Promise<string | null> {
    const { stage, before } = held;
    if (probability !== undefined || kind !== undefined) await this.work.lock(before.id);
    if (position !== undefined) await this.rankAt(held, position);
    if (kind !== undefined && kind !== before.kind) await this.requireChangeable(held);
    Object.assign(stage, Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)));
    stage.kind = kind ?? before.kind;
    stage.probability = probabilityOf(stage.kind, probability, before.probability);
    if (stage.probability === before.probability) return null;
    await held.em.flush();
    return (await this.work.begin(actor, { stageId: stage.id })).jobId;
  }

  private async requireChangeable({ before, stages }: LockedStage): Promise<void> {
    requireAnother(stages, before);
    if (!(await this.work.isEmpty(before.id)))
      throw new ConflictError(
        'stage-holds-deals',
        'The stage has deals, active or deleted, so its kind cannot be changed.',
      );
  }

  private async rankAt({ stage, before, stages }: LockedStage, position: number): Promise<void> {
    if (Math.min(position, stages.length) === before.position) return;
    stage.rank = await this.ranks.at(stagesOf(before.pipelineId), position, before.id);
  }

  private async created(id: string): Promise<PipelineStageView> {
    const view = await this.queries.stage(id);
    this.events.record(stageCreated, id, { object: view, previous: {}, changedFields: [] });
    return view;
  }
}

function put(
  em: EntityManager,
  pipelineId: string,
  { kind = 'open', probability, ...plain }: PipelineStageCreate,
  rank: string,
  pointer?: string,
): string {
  const id = newId();
  em.create(PipelineStage, {
    id,
    ...plain,
    kind,
    probability: probabilityOf(kind, probability, 0, pointer),
    rank,
    pipeline: em.getReference(Pipeline, pipelineId),
  });
  return id;
}
