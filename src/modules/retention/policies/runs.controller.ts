import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../../kernel/access.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/parameters.js';
import { Returns } from '../../../kernel/returns.js';
import { RetentionRunQuery, RetentionRunView } from './policies.dto.js';
import { PoliciesQueries } from './policies.queries.js';

@ApiTags('Retention runs')
@Controller('retention-runs')
export class RetentionRunsController {
  constructor(private readonly queries: PoliciesQueries) {}

  /** Lists runs and dry runs of the policies, newest first. */
  @Get()
  @Can('retention:read')
  @Returns(pageOf(RetentionRunView))
  list(@Query() query: RetentionRunQuery): Promise<Page<RetentionRunView>> {
    return this.queries.runs(query);
  }

  /** Gives one run. */
  @Get(':id')
  @Can('retention:read')
  @Returns(RetentionRunView)
  get(@RecordId() id: string): Promise<RetentionRunView> {
    return this.queries.run(id);
  }
}
