import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me, SignedIn } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/routes/parameters.js';
import { OperationId, Returns, SdkName } from '../../../kernel/routes/returns.js';
import { OwnSecurityLogQuery, SecurityLogQuery, SecurityLogView } from './security-logs.dto.js';
import { SecurityLogsQueries } from './security-logs.queries.js';

@ApiTags('Security logs')
@Controller('security-logs')
export class SecurityLogsController {
  constructor(private readonly queries: SecurityLogsQueries) {}

  /** List security log entries of all users. Default order: newest first. */
  @Get()
  @Can('security-logs:read')
  @Returns(pageOf(SecurityLogView))
  list(@Query() query: SecurityLogQuery): Promise<Page<SecurityLogView>> {
    return this.queries.list(query);
  }

  /** List your own security log entries. Includes sign-ins, rejected requests, and changes of passwords and keys. */
  @OperationId('listMySecurityLog')
  @SdkName('listMine')
  @Get('mine')
  @SignedIn()
  @Returns(pageOf(SecurityLogView))
  listMine(@Me() actor: Actor, @Query() query: OwnSecurityLogQuery): Promise<Page<SecurityLogView>> {
    return this.queries.mine(actor, query);
  }

  /** Get a security log entry. */
  @OperationId('getSecurityLogEntry')
  @SdkName('get')
  @Get(':id')
  @Can('security-logs:read')
  @Returns(SecurityLogView)
  get(@RecordId() id: string): Promise<SecurityLogView> {
    return this.queries.get(id);
  }
}
