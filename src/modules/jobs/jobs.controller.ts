import { Body, Controller, Delete, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me, SignedIn } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { IdempotentInSteps } from '../../kernel/idempotent.js';
import { pageOf, type Page } from '../../kernel/page.js';
import { RecordId } from '../../kernel/parameters.js';
import { Returns, ReturnsNothing } from '../../kernel/returns.js';
import { JobQuery, JobRedrive, JobRedriveView, JobStatsView, JobView } from './jobs.dto.js';
import { JobsQueries } from './jobs.queries.js';
import { JobsService } from './jobs.service.js';
import { Redrive } from './redrive.js';

@ApiTags('Jobs')
@Controller('jobs')
export class JobsController {
  constructor(
    private readonly jobs: JobsService,
    private readonly queries: JobsQueries,
    private readonly dead: Redrive,
  ) {}

  /** Lists jobs, newest first unless `sort` says otherwise: those in the queue, those given up, and long work that is over. */
  @Get()
  @Can('jobs:read')
  @Returns(pageOf(JobView))
  list(@Query() query: JobQuery): Promise<Page<JobView>> {
    return this.queries.list(query);
  }

  /** Counts the jobs of every kind, and says how far queue and outbox are behind. */
  @Get('stats')
  @Can('jobs:read')
  @Returns(JobStatsView)
  stats(): Promise<JobStatsView> {
    return this.queries.stats();
  }

  /** Puts dead jobs back into the queue, at most 10000 a call. */
  @Post('redrive')
  @Can('jobs:manage')
  @IdempotentInSteps()
  @Returns(JobRedriveView)
  redriveAll(@Body() body: JobRedrive): Promise<JobRedriveView> {
    return this.dead.many(body);
  }

  /** Gives one job. Without `jobs:read` only the long work that one has started oneself. */
  @Get(':id')
  @SignedIn()
  @Returns(JobView)
  get(@Me() actor: Actor, @RecordId() id: string): Promise<JobView> {
    return this.queries.get(actor, id);
  }

  /** Takes a job out of the queue, or asks long work to stop. Long work of one's own, or with `jobs:manage` any. */
  @Post(':id/cancel')
  @SignedIn()
  @Returns(JobView)
  cancel(@Me() actor: Actor, @RecordId() id: string): Promise<JobView> {
    return this.jobs.cancel(actor, id);
  }

  /** Puts a dead job back into the queue, as if it had never been tried. */
  @Post(':id/redrive')
  @Can('jobs:manage')
  @Returns(JobView)
  redrive(@Me() actor: Actor, @RecordId() id: string): Promise<JobView> {
    return this.dead.one(actor, id);
  }

  /** Deletes a dead job for good. */
  @Delete(':id')
  @Can('jobs:manage')
  @ReturnsNothing()
  discard(@Me() actor: Actor, @RecordId() id: string): Promise<void> {
    return this.jobs.discard(actor, id);
  }
}
