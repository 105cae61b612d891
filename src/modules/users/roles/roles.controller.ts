import { Body, Controller, Delete, Get, HttpStatus, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, RequireRecentAuth, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { pageOf, PageQuery, type Page } from '../../../kernel/page.js';
import { IfMatch, RecordId } from '../../../kernel/routes/parameters.js';
import { Returns, ReturnsNothing } from '../../../kernel/routes/returns.js';
import { HistoryEntryView, HistoryQueries } from '../../../platform/audit/index.js';
import { RoleCreate, RoleQuery, RoleUpdate, RoleView } from './roles.dto.js';
import { RolesQueries } from './roles.queries.js';
import { RolesService } from './roles.service.js';

@ApiTags('Roles')
@Controller('roles')
export class RolesController {
  constructor(
    private readonly roles: RolesService,
    private readonly queries: RolesQueries,
    private readonly changes: HistoryQueries,
  ) {}

  /** List roles. Default order: by name. */
  @Get()
  @Can('roles:read')
  @Returns(pageOf(RoleView))
  list(@Me() actor: Actor, @Query() query: RoleQuery): Promise<Page<RoleView>> {
    return this.queries.list(actor, query);
  }

  /** Create a role. Only permissions that the caller has can be granted. */
  @Post()
  @Can('roles:manage')
  @RequireRecentAuth()
  @Returns(RoleView, { status: HttpStatus.CREATED, location: 'roles' })
  create(@Me() actor: Actor, @Body() body: RoleCreate): Promise<RoleView> {
    return this.roles.create(actor, body);
  }

  /** Get a role. */
  @Get(':id')
  @Can('roles:read')
  @Returns(RoleView)
  get(@RecordId() id: string): Promise<RoleView> {
    return this.queries.get(id);
  }

  /** List the changes of a role. Newest first, with the user who made each change. */
  @Get(':id/history')
  @Can('roles:read')
  @Returns(pageOf(HistoryEntryView))
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    return this.changes.list('roles', (await this.queries.get(id)).id, query);
  }

  /**
   * Update a role. Applies at once to all users with the role. Only permissions that the caller has can be added or
   * removed. Of a built-in role, only `requiresTotp` can be changed.
   */
  @Patch(':id')
  @Can('roles:manage')
  @RequireRecentAuth()
  @Returns(RoleView)
  update(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: RoleUpdate,
    @IfMatch() version?: number,
  ): Promise<RoleView> {
    return this.roles.update(actor, id, body, version);
  }

  /**
   * Delete a role permanently. Rejected for roles in use, for built-in roles, and for roles with permissions that the
   * caller lacks.
   */
  @Delete(':id')
  @Can('roles:manage')
  @RequireRecentAuth()
  @ReturnsNothing()
  remove(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.roles.remove(actor, id, version);
  }
}
