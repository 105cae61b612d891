import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../kernel/access.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { Returns } from '../../../kernel/routes/returns.js';
import { JobGroupPause, JobGroupQuery, JobGroupView } from './job-groups.dto.js';
import { JobGroupsService } from './job-groups.service.js';

const Key = ApiParam({
  name: 'key',
  schema: { type: 'string', maxLength: 150 },
  description: 'Key of the group, URL-encoded',
  example: 'scheduled:sessions.purge',
});

@ApiTags('Job groups')
@Controller('job-groups')
export class JobGroupsController {
  constructor(private readonly groups: JobGroupsService) {}

  /** List job groups. Sorted by key. */
  @Get()
  @Can('jobs:read')
  @Returns(pageOf(JobGroupView))
  list(@Query() query: JobGroupQuery): Promise<Page<JobGroupView>> {
    return this.groups.list(query);
  }

  /** Pause a job group. No job of the group starts until the pause ends or the group is resumed. */
  @Post(':key/pause')
  @Key
  @Can('jobs:manage')
  @Returns(JobGroupView)
  pause(@Param('key') key: string, @Body() { minutes }: JobGroupPause): Promise<JobGroupView> {
    return this.groups.pause(key, minutes);
  }

  /** Resume a job group. Ends the pause and closes the circuit breaker, for example after the receiver was repaired. */
  @Post(':key/resume')
  @Key
  @Can('jobs:manage')
  @Returns(JobGroupView)
  resume(@Param('key') key: string): Promise<JobGroupView> {
    return this.groups.resume(key);
  }
}
