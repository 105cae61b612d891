import { Body, Controller, Delete, Get, HttpStatus, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, RequireRecentAuth, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { pageOf, PageQuery, type Page } from '../../../kernel/page.js';
import { IfMatch, RecordId } from '../../../kernel/routes/parameters.js';
import { Returns, ReturnsNothing } from '../../../kernel/routes/returns.js';
import { HistoryEntryView, HistoryQueries } from '../../../platform/audit/index.js';
import { UserView } from '../people/people.dto.js';
import { TeamMembersQuery } from '../people/user-query.dto.js';
import { TeamMembers } from './team-members.js';
import { TeamCreate, TeamQuery, TeamUpdate, TeamView } from './teams.dto.js';
import { TeamsQueries } from './teams.queries.js';
import { TeamsService } from './teams.service.js';

@ApiTags('Teams')
@Controller('teams')
export class TeamsController {
  constructor(
    private readonly teams: TeamsService,
    private readonly queries: TeamsQueries,
    private readonly members: TeamMembers,
    private readonly changes: HistoryQueries,
  ) {}

  /** List teams. Default order: by name. */
  @Get()
  @Can('teams:read')
  @Returns(pageOf(TeamView))
  list(@Me() actor: Actor, @Query() query: TeamQuery): Promise<Page<TeamView>> {
    return this.queries.list(actor, query);
  }

  /** Create a team. */
  @Post()
  @Can('teams:create')
  @Returns(TeamView, { status: HttpStatus.CREATED, location: 'teams' })
  create(@Body() body: TeamCreate): Promise<TeamView> {
    return this.teams.create(body);
  }

  /** Get a team. */
  @Get(':id')
  @Can('teams:read')
  @Returns(TeamView)
  get(@RecordId() id: string): Promise<TeamView> {
    return this.queries.get(id);
  }

  /** List the changes of a team. Newest first, with the user who made each change. */
  @Get(':id/history')
  @Can('teams:read')
  @Returns(pageOf(HistoryEntryView))
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    return this.changes.list('teams', (await this.queries.get(id)).id, query);
  }

  /** Update a team. Omitted fields are unchanged; null clears a field. */
  @Patch(':id')
  @Can('teams:update')
  @Returns(TeamView)
  update(@RecordId() id: string, @Body() body: TeamUpdate, @IfMatch() version?: number): Promise<TeamView> {
    return this.teams.update(id, body, version);
  }

  /** Delete a team permanently. Only for teams without members and records. */
  @Delete(':id')
  @Can('teams:delete')
  @ReturnsNothing()
  remove(@RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.teams.remove(id, version);
  }

  /** List the members of a team. Default order: newest first. */
  @Get(':id/members')
  @Can('users:read')
  @Returns(pageOf(UserView))
  listMembers(@Me() actor: Actor, @RecordId() id: string, @Query() query: TeamMembersQuery): Promise<Page<UserView>> {
    return this.members.list(actor, id, query);
  }

  /**
   * Add a user to a team. The user leaves the previous team, and the user's records move to the new team. Needs access
   * scope `all`.
   */
  @Put(':id/members/:userId')
  @Can('teams:update')
  @RequireRecentAuth()
  @ReturnsNothing()
  addMember(@Me() actor: Actor, @RecordId() id: string, @RecordId('userId') userId: string): Promise<void> {
    return this.members.add(actor, id, userId);
  }

  /** Remove a user from a team. The user's records leave the team too. Needs access scope `all`. */
  @Delete(':id/members/:userId')
  @Can('teams:update')
  @RequireRecentAuth()
  @ReturnsNothing()
  removeMember(@Me() actor: Actor, @RecordId() id: string, @RecordId('userId') userId: string): Promise<void> {
    return this.members.remove(actor, id, userId);
  }
}
