import { Body, Controller, Delete, Get, HttpStatus, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../kernel/access.js';
import { pageOf, PageQuery, type Page } from '../../kernel/page.js';
import { IfMatch, RecordId } from '../../kernel/routes/parameters.js';
import { OperationId, Returns, ReturnsNothing } from '../../kernel/routes/returns.js';
import { HistoryEntryView, HistoryQueries } from '../../platform/audit/index.js';
import { PipelineCreate, PipelineQuery, PipelineUpdate, PipelineView, PositionChange } from './pipelines.dto.js';
import { PipelinesQueries } from './pipelines.queries.js';
import { PipelinesService } from './pipelines.service.js';

@ApiTags('Pipelines')
@Controller('pipelines')
export class PipelinesController {
  constructor(
    private readonly pipelines: PipelinesService,
    private readonly queries: PipelinesQueries,
    private readonly changes: HistoryQueries,
  ) {}

  /** List pipelines. Default order: by position. */
  @Get()
  @Can('pipelines:read')
  @Returns(pageOf(PipelineView))
  list(@Query() query: PipelineQuery): Promise<Page<PipelineView>> {
    return this.queries.list(query);
  }

  /** Create a pipeline. Default stages: those of the default pipeline. */
  @Post()
  @Can('pipelines:manage')
  @Returns(PipelineView, { status: HttpStatus.CREATED, location: 'pipelines' })
  create(@Body() body: PipelineCreate): Promise<PipelineView> {
    return this.pipelines.create(body);
  }

  /** Get a pipeline. */
  @Get(':id')
  @Can('pipelines:read')
  @Returns(PipelineView)
  get(@RecordId() id: string): Promise<PipelineView> {
    return this.queries.get(id);
  }

  /** List the changes of a pipeline. Newest first, with the user who made each change. */
  @Get(':id/history')
  @Can('pipelines:read')
  @Returns(pageOf(HistoryEntryView))
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    return this.changes.list('pipelines', (await this.queries.get(id)).id, query);
  }

  /**
   * Update a pipeline. Omitted fields are unchanged; null clears a field. Exactly one pipeline is the default; set
   * `isDefault` on another pipeline to change it.
   */
  @Patch(':id')
  @Can('pipelines:manage')
  @Returns(PipelineView)
  update(@RecordId() id: string, @Body() body: PipelineUpdate, @IfMatch() version?: number): Promise<PipelineView> {
    return this.pipelines.update(id, body, version);
  }

  /**
   * Delete a pipeline permanently. Only for pipelines that never had a deal; all others can be retired. The default
   * pipeline can be neither deleted nor retired.
   */
  @Delete(':id')
  @Can('pipelines:manage')
  @ReturnsNothing()
  remove(@RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.pipelines.remove(id, version);
  }

  /** Change the position of a pipeline. The versions of the other pipelines do not change. */
  @OperationId('reorderPipeline')
  @Post(':id/move')
  @Can('pipelines:manage')
  @Returns(PipelineView)
  move(@RecordId() id: string, @Body() body: PositionChange, @IfMatch() version?: number): Promise<PipelineView> {
    return this.pipelines.update(id, { position: body.position }, version);
  }
}
