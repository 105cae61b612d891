import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { pageOf, PageQuery, type Page } from '../../../kernel/page.js';
import { IfMatch, RecordId } from '../../../kernel/parameters.js';
import { Returns, ReturnsNothing } from '../../../kernel/returns.js';
import { HistoryEntryView, HistoryQueries } from '../../../platform/audit/index.js';
import { PositionChange } from '../pipelines.dto.js';
import { PipelinesQueries } from '../pipelines.queries.js';
import { StageRetirementOrder, StageRetirementView } from './stage-retirement.dto.js';
import { StageRetirements } from './stage-retirement.js';
import { PipelineStageUpdate, PipelineStageUpdatedView, PipelineStageView } from './stages.dto.js';
import { StagesService } from './stages.service.js';

@ApiTags('Pipeline stages')
@Controller('pipeline-stages')
export class StagesController {
  constructor(
    private readonly stages: StagesService,
    private readonly retirements: StageRetirements,
    private readonly queries: PipelinesQueries,
    private readonly changes: HistoryQueries,
  ) {}

  /** Gives one stage. */
  @Get(':id')
  @Can('pipelines:read')
  @Returns(PipelineStageView)
  get(@RecordId() id: string): Promise<PipelineStageView> {
    return this.queries.stage(id);
  }

  /** Lists what was changed of a stage, newest first, with who did it. */
  @Get(':id/history')
  @Can('pipelines:read')
  @Returns(pageOf(HistoryEntryView))
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    return this.changes.of('pipeline-stages', (await this.queries.stage(id)).id, query);
  }

  /** Changes a stage: absent fields stay, null clears. Open deals in it that have no probability of their own follow a new one, at once or, beyond 1,000, by a job. */
  @Patch(':id')
  @Can('pipelines:manage')
  @Returns(PipelineStageUpdatedView)
  update(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: PipelineStageUpdate,
    @IfMatch() version?: number,
  ): Promise<PipelineStageUpdatedView> {
    return this.stages.update(actor, id, body, version);
  }

  /** Deletes a stage for good in which no deal ever was. All others can be retired. */
  @Delete(':id')
  @Can('pipelines:manage')
  @ReturnsNothing()
  remove(@RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.stages.remove(id, version);
  }

  /** Puts a stage to another place in its pipeline; only its own record changes. */
  @Post(':id/move')
  @Can('pipelines:manage')
  @Returns(PipelineStageView)
  move(@RecordId() id: string, @Body() body: PositionChange, @IfMatch() version?: number): Promise<PipelineStageView> {
    return this.stages.move(id, body.position, version);
  }

  /** Retires a stage: all its deals move to another one, at once or, beyond 1,000, by a job; no deal can be put into it any more. */
  @Post(':id/retire')
  @Can('pipelines:manage')
  @Returns(StageRetirementView)
  retire(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: StageRetirementOrder,
    @IfMatch() version?: number,
  ): Promise<StageRetirementView> {
    return this.retirements.retire(actor, id, body.toStageId, version);
  }

  /** Brings a retired stage back into use. */
  @Post(':id/activate')
  @Can('pipelines:manage')
  @Returns(PipelineStageView)
  activate(@RecordId() id: string, @IfMatch() version?: number): Promise<PipelineStageView> {
    return this.stages.activate(id, version);
  }
}
