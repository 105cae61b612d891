import { Body, Controller, Delete, Get, HttpStatus, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, FreshPassword, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { pageOf, PageQuery, type Page } from '../../../kernel/page.js';
import { IfMatch, RecordId } from '../../../kernel/parameters.js';
import { Returns, ReturnsNothing } from '../../../kernel/returns.js';
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

  /** Lists roles, by name unless `sort` says otherwise. */
  @Get()
  @Can('roles:read')
  @Returns(pageOf(RoleView))
  list(@Me() actor: Actor, @Query() query: RoleQuery): Promise<Page<RoleView>> {
    return this.queries.list(actor, query);
  }

  /** Makes a role of what the caller may themselves. */
  @Post()
  @Can('roles:manage')
  @FreshPassword()
  @Returns(RoleView, { status: HttpStatus.CREATED, location: 'roles' })
  create(@Me() actor: Actor, @Body() body: RoleCreate): Promise<RoleView> {
    return this.roles.create(actor, body);
  }

  /** Gives one role. */
  @Get(':id')
  @Can('roles:read')
  @Returns(RoleView)
  get(@RecordId() id: string): Promise<RoleView> {
    return this.queries.get(id);
  }

  /** Lists what was changed of a role, newest first, with who did it. */
  @Get(':id/history')
  @Can('roles:read')
  @Returns(pageOf(HistoryEntryView))
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    return this.changes.of('roles', (await this.queries.get(id)).id, query);
  }

  /** Changes a role, at once for all who have it. Nothing is added that the caller may not; of a system role only `requiresTotp` changes. */
  @Patch(':id')
  @Can('roles:manage')
  @FreshPassword()
  @Returns(RoleView)
  update(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: RoleUpdate,
    @IfMatch() version?: number,
  ): Promise<RoleView> {
    return this.roles.update(actor, id, body, version);
  }

  /** Deletes a role for good that nobody has and that did not come with Kontor. */
  @Delete(':id')
  @Can('roles:manage')
  @FreshPassword()
  @ReturnsNothing()
  remove(@RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.roles.remove(id, version);
  }
}
