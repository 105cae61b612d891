import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../../kernel/access.js';
import { Returns } from '../../../kernel/returns.js';
import { PermissionCatalogueView } from './roles.dto.js';
import { RolesQueries } from './roles.queries.js';

@ApiTags('Roles')
@Controller('permissions')
export class PermissionsController {
  constructor(private readonly queries: RolesQueries) {}

  /** Lists everything that a role or an API key can allow. */
  @Get()
  @Can('roles:read')
  @Returns(PermissionCatalogueView)
  listPermissions(): Promise<PermissionCatalogueView> {
    return this.queries.permissions();
  }
}
