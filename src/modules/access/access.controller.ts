import { Controller, Get, HttpStatus, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { Me, SignedIn } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { OperationId, Returns, SdkName } from '../../kernel/routes/returns.js';
import { AccessExplanationQuery, AccessExplanationView, AccessView } from './access.dto.js';
import { Explanations } from './explanations.js';
import { OwnAccess } from './own-access.js';

@ApiTags('Access')
@Controller('access')
export class AccessController {
  constructor(
    private readonly own: OwnAccess,
    private readonly explanations: Explanations,
  ) {}

  /** Get your own access. Returns your roles, your access scope, and your permissions with this credential. */
  @OperationId('getMyAccess')
  @SdkName('getMine')
  @Get('me')
  @SignedIn()
  @Returns(AccessView)
  ownAccess(@Me() actor: Actor): Promise<AccessView> {
    return this.own.describe(actor);
  }

  /**
   * Explain an access decision. Returns whether a user may perform an action, also on one record, and the rule that
   * decides. Your own access needs no permission; the access of others needs `roles:read`. A record that the caller
   * cannot see is reported as not found.
   */
  @OperationId('explainAccess')
  @Get('explain')
  @SignedIn()
  @Returns(AccessExplanationView)
  @ApiResponse({ status: HttpStatus.NOT_FOUND, description: 'The user or the API key of the user does not exist' })
  explain(@Me() actor: Actor, @Query() query: AccessExplanationQuery): Promise<AccessExplanationView> {
    return this.explanations.explain(actor, query);
  }
}
