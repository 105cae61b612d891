import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { pageOf, PageQuery, type Page } from '../../../kernel/page.js';
import { IfMatch, RecordId } from '../../../kernel/routes/parameters.js';
import { OperationId, Returns, ReturnsNothing } from '../../../kernel/routes/returns.js';
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

  /** Get a pipeline stage. */
  @Get(':id')
  @Can('pipelines:read')
  @Returns(PipelineStageView)
  get(@RecordId() id: string): Promise<PipelineStageView> {
    return this.queries.stage(id);
  }

  /** List the changes of a pipeline stage. Newest first, with the user who made each change. */
  @Get(':id/history')
  @Can('pipelines:read')
  @Returns(pageOf(HistoryEntryView))
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    return this.changes.list('pipeline-stages', (await this.queries.stage(id)).id, query);
  }

  /**
   * Update a pipeline stage. Omitted fields are unchanged; null clears a field. A new probability applies to open deals
   * without a probability of their own. With more than 1,000 deals, a job updates them.
   */
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

  /** Delete a pipeline stage permanently. Only for stages that never had a deal; all other stages can be retired. */
  @Delete(':id')
  @Can('pipelines:manage')
  @ReturnsNothing()
  remove(@RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.stages.remove(id, version);
  }

  /** Change the position of a pipeline stage. The versions of the other stages do not change. */
  @OperationId('reorderPipelineStage')
  @Post(':id/move')
  @Can('pipelines:manage')
  @Returns(PipelineStageView)
  move(@RecordId() id: string, @Body() body: PositionChange, @IfMatch() version?: number): Promise<PipelineStageView> {
    return this.stages.move(id, body.position, version);
  }

  /**
   * Retire a pipeline stage. Its deals move to another stage, and the stage accepts no new deals. With more than 1,000
   * deals, a job moves them.
   */
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

  /** Activate a retired pipeline stage. */
  @Post(':id/activate')
  @Can('pipelines:manage')
  @Returns(PipelineStageView)
  activate(@RecordId() id: string, @IfMatch() version?: number): Promise<PipelineStageView> {
    return this.stages.activate(id, version);
  }
}
