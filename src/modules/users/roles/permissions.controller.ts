import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../../kernel/access.js';
import { OperationId, Returns } from '../../../kernel/routes/returns.js';
import { PermissionCatalogueView } from './roles.dto.js';
import { RolesQueries } from './roles.queries.js';

@ApiTags('Roles')
@Controller('permissions')
export class PermissionsController {
  constructor(private readonly queries: RolesQueries) {}

  /** List all permissions. Roles and API keys can contain these permissions. */
  @OperationId('listPermissions')
  @Get()
  @Can('roles:read')
  @Returns(PermissionCatalogueView)
  listPermissions(): Promise<PermissionCatalogueView> {
    return this.queries.permissions();
  }
}
