import { Body, Controller, Delete, Get, HttpStatus, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../kernel/access.js';
import { pageOf, PageQuery, type Page } from '../../kernel/page.js';
import { IfMatch, RecordId } from '../../kernel/parameters.js';
import { Returns, ReturnsNothing } from '../../kernel/returns.js';
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

  /** Lists pipelines, in their order unless `sort` says otherwise. */
  @Get()
  @Can('pipelines:read')
  @Returns(pageOf(PipelineView))
  list(@Query() query: PipelineQuery): Promise<Page<PipelineView>> {
    return this.queries.list(query);
  }

  /** Makes a pipeline, with the stages given or with those of the default pipeline. */
  @Post()
  @Can('pipelines:manage')
  @Returns(PipelineView, { status: HttpStatus.CREATED, location: 'pipelines' })
  create(@Body() body: PipelineCreate): Promise<PipelineView> {
    return this.pipelines.create(body);
  }

  /** Gives one pipeline. */
  @Get(':id')
  @Can('pipelines:read')
  @Returns(PipelineView)
  get(@RecordId() id: string): Promise<PipelineView> {
    return this.queries.get(id);
  }

  /** Lists what was changed of a pipeline, newest first, with who did it. */
  @Get(':id/history')
  @Can('pipelines:read')
  @Returns(pageOf(HistoryEntryView))
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    return this.changes.of('pipelines', (await this.queries.get(id)).id, query);
  }

  /** Changes a pipeline: absent fields stay, null clears. Exactly one is the default: another becomes it by being made it. */
  @Patch(':id')
  @Can('pipelines:manage')
  @Returns(PipelineView)
  update(@RecordId() id: string, @Body() body: PipelineUpdate, @IfMatch() version?: number): Promise<PipelineView> {
    return this.pipelines.update(id, body, version);
  }

  /** Deletes a pipeline for good on which no deal ever was, with its stages. All others can be retired; the default can be neither. */
  @Delete(':id')
  @Can('pipelines:manage')
  @ReturnsNothing()
  remove(@RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.pipelines.remove(id, version);
  }

  /** Puts a pipeline to another place among the others; only its own record changes. */
  @Post(':id/move')
  @Can('pipelines:manage')
  @Returns(PipelineView)
  move(@RecordId() id: string, @Body() body: PositionChange, @IfMatch() version?: number): Promise<PipelineView> {
    return this.pipelines.update(id, { position: body.position }, version);
  }
}
