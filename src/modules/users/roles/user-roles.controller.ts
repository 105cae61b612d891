import { Body, Controller, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, RequireRecentAuth, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { IfMatch, RecordId } from '../../../kernel/routes/parameters.js';
import { Returns } from '../../../kernel/routes/returns.js';
import { UserRolesChange, UserView } from '../people/people.dto.js';
import { UserRolesService } from './user-roles.service.js';

@ApiTags('Users')
@Controller('users')
export class UserRolesController {
  constructor(private readonly roles: UserRolesService) {}

  /**
   * Set the roles of a user. The caller can add or remove a role only with all permissions of that role. The last
   * administrator cannot lose the role `admin`.
   */
  @Put(':id/roles')
  @Can('users:manage-roles')
  @RequireRecentAuth()
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
