import { Body, Controller, Delete, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me, SignedIn } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { IdempotentInSteps } from '../../kernel/routes/idempotent.js';
import { pageOf, type Page } from '../../kernel/page.js';
import { RecordId } from '../../kernel/routes/parameters.js';
import { OperationId, Returns, ReturnsNothing } from '../../kernel/routes/returns.js';
import { JobQuery, JobRetryRequest, JobRetryView, JobStatsView, JobView } from './jobs.dto.js';
import { JobsQueries } from './jobs.queries.js';
import { JobsService } from './jobs.service.js';
import { JobRetry } from './job-retry.js';

@ApiTags('Jobs')
@Controller('jobs')
export class JobsController {
  constructor(
    private readonly jobs: JobsService,
    private readonly queries: JobsQueries,
    private readonly dead: JobRetry,
  ) {}

  /** List jobs. Default order: newest first. Includes queued jobs, dead jobs, and finished long operations. */
  @Get()
  @Can('jobs:read')
  @Returns(pageOf(JobView))
  list(@Query() query: JobQuery): Promise<Page<JobView>> {
    return this.queries.list(query);
  }

  /** Get job statistics. Returns the number of jobs by kind, and the delay of the queue and the outbox. */
  @Get('stats')
  @Can('jobs:read')
  @Returns(JobStatsView)
  stats(): Promise<JobStatsView> {
    return this.queries.stats();
  }

  /** Retry dead jobs. Puts at most 10,000 dead jobs per call back into the queue. */
  @OperationId('retryDeadJobs')
  @Post('retry')
  @Can('jobs:manage')
  @IdempotentInSteps()
  @Returns(JobRetryView)
  retryDead(@Body() body: JobRetryRequest): Promise<JobRetryView> {
    return this.dead.many(body);
  }

  /** Get a job. Without `jobs:read`, only long operations that you requested. */
  @Get(':id')
  @SignedIn()
  @Returns(JobView)
  get(@Me() actor: Actor, @RecordId() id: string): Promise<JobView> {
    return this.queries.get(actor, id);
  }

  /**
   * Cancel a job. Removes a waiting job from the queue, or asks a running operation to stop. Needs your own operation,
   * or `jobs:manage`.
   */
  @Post(':id/cancel')
  @SignedIn()
  @Returns(JobView)
  cancel(@Me() actor: Actor, @RecordId() id: string): Promise<JobView> {
    return this.jobs.cancel(actor, id);
  }

  /** Retry a dead job. The attempts are counted from zero again. */
  @Post(':id/retry')
  @Can('jobs:manage')
  @Returns(JobView)
  retry(@Me() actor: Actor, @RecordId() id: string): Promise<JobView> {
    return this.dead.one(actor, id);
  }

  /** Delete a dead job permanently. */
  @OperationId('deleteJob')
  @Delete(':id')
  @Can('jobs:manage')
  @ReturnsNothing()
  discard(@Me() actor: Actor, @RecordId() id: string): Promise<void> {
    return this.jobs.discard(actor, id);
  }
}
