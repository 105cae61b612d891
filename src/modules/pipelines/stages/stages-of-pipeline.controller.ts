import { Body, Controller, Get, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../../kernel/access.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/routes/parameters.js';
import { Returns } from '../../../kernel/routes/returns.js';
import { PipelinesQueries } from '../pipelines.queries.js';
import { PipelineStageQuery, PipelineStageView, PlacedStageCreate } from './stages.dto.js';
import { StagesService } from './stages.service.js';

@ApiTags('Pipelines')
@Controller('pipelines')
export class StagesOfPipelineController {
  constructor(
    private readonly stages: StagesService,
    private readonly queries: PipelinesQueries,
  ) {}

  /** List the stages of a pipeline. Default order: by position. */
  @Get(':id/stages')
  @Can('pipelines:read')
  @Returns(pageOf(PipelineStageView))
  listStages(@RecordId() id: string, @Query() query: PipelineStageQuery): Promise<Page<PipelineStageView>> {
    return this.queries.listStages(id, query);
  }

  /** Create a pipeline stage. */
  @Post(':id/stages')
  @Can('pipelines:manage')
  @Returns(PipelineStageView, { status: HttpStatus.CREATED, location: 'pipeline-stages' })
  createStage(@RecordId() id: string, @Body() body: PlacedStageCreate): Promise<PipelineStageView> {
    return this.stages.create(id, body);
  }
}
