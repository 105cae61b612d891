import { Body, Controller, Get, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../../kernel/access.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/parameters.js';
import { Returns } from '../../../kernel/returns.js';
import { PipelinesQueries } from '../pipelines.queries.js';
import { PipelineStageQuery, PipelineStageView, PlacedStageCreate } from './stages.dto.js';
import { StagesService } from './stages.service.js';

@ApiTags('Pipeline stages')
@Controller('pipelines')
export class StagesOfPipelineController {
  constructor(
    private readonly stages: StagesService,
    private readonly queries: PipelinesQueries,
  ) {}

  /** Lists the stages of a pipeline, in their order unless `sort` says otherwise. */
  @Get(':id/stages')
  @Can('pipelines:read')
  @Returns(pageOf(PipelineStageView))
  list(@RecordId() id: string, @Query() query: PipelineStageQuery): Promise<Page<PipelineStageView>> {
    return this.queries.listStages(id, query);
  }

  /** Adds a stage to a pipeline. */
  @Post(':id/stages')
  @Can('pipelines:manage')
  @Returns(PipelineStageView, { status: HttpStatus.CREATED, location: 'pipeline-stages' })
  create(@RecordId() id: string, @Body() body: PlacedStageCreate): Promise<PipelineStageView> {
    return this.stages.create(id, body);
  }
}
