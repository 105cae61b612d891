import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../../kernel/access.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/routes/parameters.js';
import { Returns } from '../../../kernel/routes/returns.js';
import { RetentionRunQuery, RetentionRunView } from './policies.dto.js';
import { PoliciesQueries } from './policies.queries.js';

@ApiTags('Retention runs')
@Controller('retention-runs')
export class RetentionRunsController {
  constructor(private readonly queries: PoliciesQueries) {}

  /** List retention runs. Newest first, including dry runs. */
  @Get()
  @Can('retention:read')
  @Returns(pageOf(RetentionRunView))
  list(@Query() query: RetentionRunQuery): Promise<Page<RetentionRunView>> {
    return this.queries.runs(query);
  }

  /** Get a retention run. */
  @Get(':id')
  @Can('retention:read')
  @Returns(RetentionRunView)
  get(@RecordId() id: string): Promise<RetentionRunView> {
    return this.queries.run(id);
  }
}
