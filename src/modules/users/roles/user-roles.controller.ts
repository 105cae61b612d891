import { Body, Controller, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, FreshPassword, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { IfMatch, RecordId } from '../../../kernel/parameters.js';
import { Returns } from '../../../kernel/returns.js';
import { UserRolesChange, UserView } from '../people/people.dto.js';
import { UserRolesService } from './user-roles.service.js';

@ApiTags('Users')
@Controller('users')
export class UserRolesController {
  constructor(private readonly roles: UserRolesService) {}

  /** Sets all roles of a user. Only roles are given or taken that allow nothing beyond what the caller may; the last admin stays one. */
  @Put(':id/roles')
  @Can('users:manage-roles')
  @FreshPassword()
  @Returns(UserView)
  setRoles(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: UserRolesChange,
    @IfMatch() version?: number,
  ): Promise<UserView> {
    return this.roles.change(actor, id, body.roleIds, version);
  }
}
