import { Injectable } from '@nestjs/common';
import { PipelinesQueries } from './pipelines.queries.js';
import { Ranks } from './ranks.js';
import type { PipelineStageCreate } from './stages/stages.dto.js';
import { StagesService } from './stages/stages.service.js';

/** Stages and ranks of pipelines. */
@Injectable()
export class PipelineParts {
  constructor(
    readonly ranks: Ranks,
    readonly stages: StagesService,
    private readonly queries: PipelinesQueries,
  ) {}

  async stagesOfDefault(): Promise<PipelineStageCreate[]> {
    const stages = await this.queries.stages((await this.queries.default()).id);
    return stages
      .filter(({ isActive }) => isActive)
      .map(({ name, description, kind, probability, color, rotDays }) => ({
        name,
        description,
        kind,
        probability,
        color,
        rotDays,
      }));
  }
}
