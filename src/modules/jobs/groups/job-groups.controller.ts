import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../kernel/access.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { Returns } from '../../../kernel/returns.js';
import { JobGroupQuery, JobGroupView } from './job-groups.dto.js';
import { JobGroupsService } from './job-groups.service.js';

const Key = ApiParam({
  name: 'key',
  schema: { type: 'string', maxLength: 150 },
  description: 'The key of the group, url-encoded.',
  example: 'scheduled:sessions.purge',
});

@ApiTags('Job groups')
@Controller('job-groups')
export class JobGroupsController {
  constructor(private readonly groups: JobGroupsService) {}

  /** Lists groups of jobs by key. */
  @Get()
  @Can('jobs:read')
  @Returns(pageOf(JobGroupView))
  list(@Query() query: JobGroupQuery): Promise<Page<JobGroupView>> {
    return this.groups.list(query);
  }

  /** Ends the pause of a group and closes its breaker: whoever repaired the receiver need not wait. */
  @Post(':key/resume')
  @Key
  @Can('jobs:manage')
  @Returns(JobGroupView)
  resume(@Param('key') key: string): Promise<JobGroupView> {
    return this.groups.resume(key);
  }
}
