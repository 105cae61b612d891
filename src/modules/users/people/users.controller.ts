import { Body, Controller, Delete, Get, HttpStatus, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, FreshPassword, Me, SignedIn } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { pageOf, PageQuery, type Page } from '../../../kernel/page.js';
import { IfMatch, RecordId } from '../../../kernel/parameters.js';
import { Returns, ReturnsNothing } from '../../../kernel/returns.js';
import { HistoryEntryView, HistoryQueries } from '../../../platform/audit/index.js';
import { SearchRequest } from '../../../platform/query/index.js';
import { InvitationsService } from './invitations.service.js';
import { ProfileUpdate, UserEmailChange, UserInvitation, UserQuery, UserUpdate, UserView } from './people.dto.js';
import { PeopleQueries } from './people.queries.js';
import { UserEmail } from './user-email.js';
import { UsersService } from './users.service.js';

@ApiTags('Users')
@Controller('users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly queries: PeopleQueries,
    private readonly invitations: InvitationsService,
    private readonly emails: UserEmail,
    private readonly changes: HistoryQueries,
  ) {}

  /** Lists users, newest first unless `sort` says otherwise. */
  @Get()
  @Can('users:read')
  @Returns(pageOf(UserView))
  list(@Me() actor: Actor, @Query() query: UserQuery): Promise<Page<UserView>> {
    return this.queries.list(actor, query);
  }

  /** Invites somebody: they get a mail with a link, good for 72 hours, to choose a password. Giving roles needs `users:manage-roles` besides. */
  @Post()
  @Can('users:create')
  @FreshPassword()
  @Returns(UserView, { status: HttpStatus.CREATED, location: 'users' })
  invite(@Me() actor: Actor, @Body() body: UserInvitation): Promise<UserView> {
    return this.invitations.invite(actor, body);
  }

  /** Gives what is known of oneself. */
  @Get('me')
  @SignedIn()
  @Returns(UserView)
  getProfile(@Me() actor: Actor): Promise<UserView> {
    return this.queries.get(actor.userId);
  }

  /** Changes what one says of oneself; absent fields stay, null clears. An API key may not. */
  @Patch('me')
  @SignedIn()
  @Returns(UserView)
  updateProfile(@Me() actor: Actor, @Body() body: ProfileUpdate, @IfMatch() version?: number): Promise<UserView> {
    return this.users.updateProfile(actor, body, version);
  }

  /** Lists users by a filter of any depth. */
  @Post('search')
  @Can('users:read')
  @Returns(pageOf(UserView))
  search(@Me() actor: Actor, @Body() body: SearchRequest): Promise<Page<UserView>> {
    return this.queries.search(actor, body);
  }

  /** Gives one user. */
  @Get(':id')
  @Can('users:read')
  @Returns(UserView)
  get(@RecordId() id: string): Promise<UserView> {
    return this.queries.get(id);
  }

  /** Lists what was changed of a user, newest first, with who did it. */
  @Get(':id/history')
  @Can('users:update')
  @Returns(pageOf(HistoryEntryView))
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    return this.changes.of('users', (await this.queries.get(id)).id, query);
  }

  /** Changes fields of a user: absent ones stay, null clears. Only who sees all records puts people into another team. */
  @Patch(':id')
  @Can('users:update')
  @Returns(UserView)
  update(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: UserUpdate,
    @IfMatch() version?: number,
  ): Promise<UserView> {
    return this.users.update(actor, id, body, version);
  }

  /** Gives a user another e-mail address to sign in with; only of users who may no more than the caller. */
  @Put(':id/email')
  @Can('users:update')
  @FreshPassword()
  @Returns(UserView)
  changeEmail(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: UserEmailChange,
    @IfMatch() version?: number,
  ): Promise<UserView> {
    return this.emails.change(actor, id, body.email, version);
  }

  /** Deletes a user who owns no records; they can be restored. What they did stays readable under their name. */
  @Delete(':id')
  @Can('users:delete')
  @ReturnsNothing()
  remove(@RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.users.remove(id, version);
  }

  /** Restores a deleted user, unless somebody else has their e-mail address by now. Sessions and API keys stay dead. */
  @Post(':id/restore')
  @Can('users:update')
  @Returns(UserView)
  restore(@RecordId() id: string): Promise<UserView> {
    return this.users.restore(id);
  }

  /** Keeps a user out: sessions, tokens and API keys end at once and for good. Their records stay theirs. */
  @Post(':id/deactivate')
  @Can('users:update')
  @Returns(UserView)
  deactivate(@RecordId() id: string, @IfMatch() version?: number): Promise<UserView> {
    return this.users.deactivate(id, version);
  }

  /** Lets a deactivated user sign in again. */
  @Post(':id/reactivate')
  @Can('users:update')
  @Returns(UserView)
  reactivate(@RecordId() id: string, @IfMatch() version?: number): Promise<UserView> {
    return this.users.reactivate(id, version);
  }

  /** Sends somebody who has not accepted yet another link; the one before ends. */
  @Post(':id/resend-invitation')
  @Can('users:create')
  @Returns(UserView)
  resendInvitation(@Me() actor: Actor, @RecordId() id: string): Promise<UserView> {
    return this.invitations.resend(actor, id);
  }
}
