import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me, SignedIn } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/parameters.js';
import { Returns } from '../../../kernel/returns.js';
import { OwnSecurityLogQuery, SecurityLogQuery, SecurityLogView } from './security-logs.dto.js';
import { SecurityLogsQueries } from './security-logs.queries.js';

@ApiTags('Security logs')
@Controller('security-logs')
export class SecurityLogsController {
  constructor(private readonly queries: SecurityLogsQueries) {}

  /** Lists what concerned security, of everybody, newest first unless `sort` says otherwise. */
  @Get()
  @Can('security-logs:read')
  @Returns(pageOf(SecurityLogView))
  list(@Query() query: SecurityLogQuery): Promise<Page<SecurityLogView>> {
    return this.queries.list(query);
  }

  /** Lists what concerned the caller's own security: logins, refusals, changes of password and keys. */
  @Get('mine')
  @SignedIn()
  @Returns(pageOf(SecurityLogView))
  listMine(@Me() actor: Actor, @Query() query: OwnSecurityLogQuery): Promise<Page<SecurityLogView>> {
    return this.queries.mine(actor, query);
  }

  /** Gives one entry of the security log. */
  @Get(':id')
  @Can('security-logs:read')
  @Returns(SecurityLogView)
  get(@RecordId() id: string): Promise<SecurityLogView> {
    return this.queries.get(id);
  }
}
