import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Can, FreshPassword, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { IfMatch } from '../../../kernel/parameters.js';
import { Returns } from '../../../kernel/returns.js';
import { RetentionDryRun, RetentionPolicyUpdate, RetentionPolicyView, RetentionRunView } from './policies.dto.js';
import { PoliciesQueries } from './policies.queries.js';
import { PoliciesService } from './policies.service.js';

const Kind = ApiParam({
  name: 'kind',
  schema: { type: 'string', maxLength: 50 },
  description: 'The kind of records.',
  example: 'leads',
});

@ApiTags('Retention policies')
@Controller('retention-policies')
export class RetentionPoliciesController {
  constructor(
    private readonly policies: PoliciesService,
    private readonly queries: PoliciesQueries,
  ) {}

  /** Lists for how long each kind of records is kept, on one page. */
  @Get()
  @Can('retention:read')
  @Returns(pageOf(RetentionPolicyView))
  list(): Promise<Page<RetentionPolicyView>> {
    return this.queries.list();
  }

  /** Gives the policy of one kind of records. */
  @Get(':kind')
  @Kind
  @Can('retention:read')
  @Returns(RetentionPolicyView)
  get(@Param('kind') kind: string): Promise<RetentionPolicyView> {
    return this.queries.get(kind);
  }

  /** Changes for how long records are kept. Fewer days remove more, next night, for good. */
  @Patch(':kind')
  @Kind
  @Can('retention:manage')
  @FreshPassword()
  @Returns(RetentionPolicyView)
  update(
    @Me() actor: Actor,
    @Param('kind') kind: string,
    @Body() body: RetentionPolicyUpdate,
    @IfMatch() version?: number,
  ): Promise<RetentionPolicyView> {
    return this.policies.update(actor, kind, body, version);
  }

  /** Counts what would be removed now, and removes nothing. */
  @Post(':kind/dry-run')
  @Kind
  @Can('retention:read')
  @Returns(RetentionRunView)
  preview(@Me() actor: Actor, @Param('kind') kind: string, @Body() body: RetentionDryRun): Promise<RetentionRunView> {
    return this.policies.dryRun(actor, kind, body);
  }
}
