import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../kernel/access.js';
import { pageOf, PageQuery, type Page } from '../../kernel/page.js';
import { RecordId } from '../../kernel/parameters.js';
import { Returns } from '../../kernel/returns.js';
import { HistoryEntryView, HistoryQueries } from '../../platform/audit/index.js';
import { PipelineQuery, PipelineView } from './pipelines.dto.js';
import { PipelinesQueries } from './pipelines.queries.js';

@ApiTags('Pipelines')
@Controller('pipelines')
export class PipelinesController {
  constructor(
    private readonly queries: PipelinesQueries,
    private readonly changes: HistoryQueries,
  ) {}

  /** Lists pipelines, in their order unless `sort` says otherwise. */
  @Get() @Can('pipelines:read') @Returns(pageOf(PipelineView))
  list(@Query() query: PipelineQuery): Promise<Page<PipelineView>> {
    return this.queries.list(query);
  }

  /** Gives one pipeline. */
  @Get(':id') @Can('pipelines:read') @Returns(PipelineView)
  get(@RecordId() id: string): Promise<PipelineView> {
    return this.queries.get(id);
  }

  /** Lists what was changed of a pipeline, newest first, with who did it. */
  @Get(':id/history') @Can('pipelines:read') @Returns(pageOf(HistoryEntryView))
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    return this.changes.of('pipelines', (await this.queries.get(id)).id, query);
  }
}
