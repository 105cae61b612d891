import { Controller, Get, HttpStatus, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { Me, SignedIn } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { Returns, SdkName } from '../../kernel/returns.js';
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

  /** Gives what the caller may: by which roles, on whose records, and what the key that they came with leaves of it. */
  @Get('me')
  @SignedIn()
  @SdkName('me')
  @Returns(AccessView)
  ownAccess(@Me() actor: Actor): Promise<AccessView> {
    return this.own.of(actor);
  }

  /**
   * Says whether a user may do something, also to one record, and names the rule that decides. One's own access needs no permission, that of others `roles:read`.
   * Of a record that the caller does not see, it says nothing but that it is not found.
   */
  @Get('explain')
  @SignedIn()
  @Returns(AccessExplanationView)
  @ApiResponse({ status: HttpStatus.NOT_FOUND, description: 'There is no such user, or no such API key of the user.' })
  explain(@Me() actor: Actor, @Query() query: AccessExplanationQuery): Promise<AccessExplanationView> {
    return this.explanations.explain(actor, query);
  }
}
