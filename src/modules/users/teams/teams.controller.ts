import { Body, Controller, Delete, Get, HttpStatus, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { pageOf, PageQuery, type Page } from '../../../kernel/page.js';
import { IfMatch, RecordId } from '../../../kernel/parameters.js';
import { Returns, ReturnsNothing } from '../../../kernel/returns.js';
import { HistoryEntryView, HistoryQueries } from '../../../platform/audit/index.js';
import { TeamMembersQuery, UserView } from '../people/people.dto.js';
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

  /** Lists teams, by name unless `sort` says otherwise. */
  @Get()
  @Can('teams:read')
  @Returns(pageOf(TeamView))
  list(@Me() actor: Actor, @Query() query: TeamQuery): Promise<Page<TeamView>> {
    return this.queries.list(actor, query);
  }

  /** Makes a team. */
  @Post()
  @Can('teams:create')
  @Returns(TeamView, { status: HttpStatus.CREATED, location: 'teams' })
  create(@Body() body: TeamCreate): Promise<TeamView> {
    return this.teams.create(body);
  }

  /** Gives one team. */
  @Get(':id')
  @Can('teams:read')
  @Returns(TeamView)
  get(@RecordId() id: string): Promise<TeamView> {
    return this.queries.get(id);
  }

  /** Lists what was changed of a team, newest first, with who did it. */
  @Get(':id/history')
  @Can('teams:read')
  @Returns(pageOf(HistoryEntryView))
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    return this.changes.of('teams', (await this.queries.get(id)).id, query);
  }

  /** Changes a team: absent fields stay, null clears. */
  @Patch(':id')
  @Can('teams:update')
  @Returns(TeamView)
  update(@RecordId() id: string, @Body() body: TeamUpdate, @IfMatch() version?: number): Promise<TeamView> {
    return this.teams.update(id, body, version);
  }

  /** Deletes a team for good that has no members and holds no records. */
  @Delete(':id')
  @Can('teams:delete')
  @ReturnsNothing()
  remove(@RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.teams.remove(id, version);
  }

  /** Lists the users in a team, newest first unless `sort` says otherwise. */
  @Get(':id/members')
  @Can('users:read')
  @Returns(pageOf(UserView))
  listMembers(@Me() actor: Actor, @RecordId() id: string, @Query() query: TeamMembersQuery): Promise<Page<UserView>> {
    return this.members.list(actor, id, query);
  }

  /** Puts a user into a team, out of the one they were in; their records go with them. Only for who sees all records. */
  @Put(':id/members/:userId')
  @Can('teams:update')
  @ReturnsNothing()
  addMember(@Me() actor: Actor, @RecordId() id: string, @RecordId('userId') userId: string): Promise<void> {
    return this.members.add(actor, id, userId);
  }

  /** Takes a user out of a team; their records go with them. Only for who sees all records. */
  @Delete(':id/members/:userId')
  @Can('teams:update')
  @ReturnsNothing()
  removeMember(@Me() actor: Actor, @RecordId() id: string, @RecordId('userId') userId: string): Promise<void> {
    return this.members.remove(actor, id, userId);
  }
}
