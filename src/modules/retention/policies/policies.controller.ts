import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { NotIdempotent } from '../../../kernel/routes/idempotent.js';
import { Can, RequireRecentAuth, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { WHOLE_LIST, pageOf, type Page } from '../../../kernel/page.js';
import { IfMatch } from '../../../kernel/routes/parameters.js';
import { OperationId, Returns } from '../../../kernel/routes/returns.js';
import { RetentionDryRun, RetentionPolicyUpdate, RetentionPolicyView, RetentionRunView } from './policies.dto.js';
import { PoliciesQueries } from './policies.queries.js';
import { PoliciesService } from './policies.service.js';

const Kind = ApiParam({
  name: 'kind',
  schema: { type: 'string', maxLength: 50 },
  description: 'Record type',
  example: 'leads',
});

@ApiTags('Retention policies')
@Controller('retention-policies')
export class RetentionPoliciesController {
  constructor(
    private readonly policies: PoliciesService,
    private readonly queries: PoliciesQueries,
  ) {}

  /** List retention policies. All on one page. */
  @Get()
  @Can('retention:read')
  @Returns(pageOf(RetentionPolicyView, WHOLE_LIST))
  list(): Promise<Page<RetentionPolicyView>> {
    return this.queries.list();
  }

  /** Get a retention policy. */
  @Get(':kind')
  @Kind
  @Can('retention:read')
  @Returns(RetentionPolicyView)
  get(@Param('kind') kind: string): Promise<RetentionPolicyView> {
    return this.queries.get(kind);
  }

  /** Update a retention policy. With a shorter period, more records are permanently deleted in the following night. */
  @Patch(':kind')
  @Kind
  @Can('retention:manage')
  @RequireRecentAuth()
  @Returns(RetentionPolicyView)
  update(
    @Me() actor: Actor,
    @Param('kind') kind: string,
    @Body() body: RetentionPolicyUpdate,
    @IfMatch() version?: number,
  ): Promise<RetentionPolicyView> {
    return this.policies.update(actor, kind, body, version);
  }

  /** Test a retention policy. Counts the records that would be deleted now, without deleting them. */
  @OperationId('dryRunRetentionPolicy')
  @Post(':kind/dry-run')
  @NotIdempotent()
  @Kind
  @Can('retention:read')
  @Returns(RetentionRunView)
  preview(@Me() actor: Actor, @Param('kind') kind: string, @Body() body: RetentionDryRun): Promise<RetentionRunView> {
    return this.policies.dryRun(actor, kind, body);
  }
}
