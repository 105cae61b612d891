import { Body, Controller, Get, HttpStatus, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { WHOLE_LIST, pageOf, type Page } from '../../../kernel/page.js';
import { Returns } from '../../../kernel/routes/returns.js';
import {
  ScheduledJobRunQuery,
  ScheduledJobRunView,
  ScheduledJobUpdate,
  ScheduledJobView,
} from './scheduled-jobs.dto.js';
import { ScheduledJobsQueries } from './scheduled-jobs.queries.js';
import { ScheduledJobsService } from './scheduled-jobs.service.js';

const Name = ApiParam({
  name: 'name',
  schema: { type: 'string', maxLength: 100 },
  description: 'Name of the scheduled job',
  example: 'sessions.purge',
});

@ApiTags('Scheduled jobs')
@Controller('scheduled-jobs')
export class ScheduledJobsController {
  constructor(
    private readonly jobs: ScheduledJobsService,
    private readonly queries: ScheduledJobsQueries,
  ) {}

  /** List scheduled jobs. All on one page, sorted by name. */
  @Get()
  @Can('jobs:read')
  @Returns(pageOf(ScheduledJobView, WHOLE_LIST))
  list(): Promise<Page<ScheduledJobView>> {
    return this.queries.list();
  }

  /** Get a scheduled job. */
  @Get(':name')
  @Name
  @Can('jobs:read')
  @Returns(ScheduledJobView)
  get(@Param('name') name: string): Promise<ScheduledJobView> {
    return this.queries.get(name);
  }

  /** Enable or disable a scheduled job. */
  @Patch(':name')
  @Name
  @Can('jobs:manage')
  @Returns(ScheduledJobView)
  update(@Me() actor: Actor, @Param('name') name: string, @Body() body: ScheduledJobUpdate): Promise<ScheduledJobView> {
    return this.jobs.update(actor, name, body.enabled);
  }

  /** Run a scheduled job now. The schedule does not change. */
  @Post(':name/run')
  @Name
  @Can('jobs:manage')
  @Returns(ScheduledJobRunView, { status: HttpStatus.ACCEPTED })
  run(@Param('name') name: string): Promise<ScheduledJobRunView> {
    return this.jobs.run(name);
  }

  /** List the runs of a scheduled job. Newest first. */
  @Get(':name/runs')
  @Name
  @Can('jobs:read')
  @Returns(pageOf(ScheduledJobRunView))
  listRuns(@Param('name') name: string, @Query() query: ScheduledJobRunQuery): Promise<Page<ScheduledJobRunView>> {
    return this.queries.runs(name, query);
  }
}
