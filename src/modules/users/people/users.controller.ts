import { Body, Controller, Delete, Get, HttpStatus, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NotIdempotent } from '../../../kernel/routes/idempotent.js';
import { Can, RequireRecentAuth, Me, SignedIn, SignedInPerson } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { BodyExample } from '../../../kernel/routes/body-example.js';
import { pageOf, PageQuery, type Page } from '../../../kernel/page.js';
import { IfMatch, RecordId } from '../../../kernel/routes/parameters.js';
import { OperationId, Returns, ReturnsNothing } from '../../../kernel/routes/returns.js';
import { HistoryEntryView, HistoryQueries } from '../../../platform/audit/index.js';
import { SearchRequest } from '../../../platform/query/index.js';
import { InvitationsService } from './invitations/invitations.service.js';
import { ProfileUpdate, UserEmailChange, UserInvitation, UserUpdate, UserView } from './people.dto.js';
import { UserQuery } from './user-query.dto.js';
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
    private readonly updater: HistoryQueries,
  ) {}

  /** List users. Default order: newest first. */
  @Get()
  @Can('users:read')
  @Returns(pageOf(UserView))
  list(@Me() actor: Actor, @Query() query: UserQuery): Promise<Page<UserView>> {
    return this.queries.list(actor, query);
  }

  /**
   * Invite a user. Sends an e-mail with a link, valid for 72 hours, to set a password. Assigning roles also needs
   * `users:manage-roles`.
   */
  @Post()
  @Can('users:create')
  @RequireRecentAuth()
  @Returns(UserView, { status: HttpStatus.CREATED, location: 'users' })
  invite(@Me() actor: Actor, @Body() body: UserInvitation): Promise<UserView> {
    return this.invitations.invite(actor, body);
  }

  /** Get your own profile. */
  @OperationId('getMyProfile')
  @Get('me')
  @SignedIn()
  @Returns(UserView)
  getProfile(@Me() actor: Actor): Promise<UserView> {
    return this.queries.get(actor.userId);
  }

  /** Update your own profile. Omitted fields are unchanged; null clears a field. Not available for API keys. */
  @OperationId('updateMyProfile')
  @Patch('me')
  @SignedInPerson()
  @Returns(UserView)
  updateProfile(@Me() actor: Actor, @Body() body: ProfileUpdate, @IfMatch() version?: number): Promise<UserView> {
    return this.users.updateProfile(actor, body, version);
  }

  /** Search users with a filter. */
  @Post('search')
  @NotIdempotent()
  @Can('users:read')
  @Returns(pageOf(UserView))
  @BodyExample({
    filter: {
      and: [
        { field: 'status', op: 'in', value: ['active', 'invited'] },
        { field: 'createdAt', op: 'gte', value: { rel: '-30d' } },
      ],
    },
    q: 'ada',
    sort: ['-createdAt'],
    limit: 25,
    count: 'none',
  })
  search(@Me() actor: Actor, @Body() body: SearchRequest): Promise<Page<UserView>> {
    return this.queries.search(actor, body);
  }

  /** Get a user. */
  @Get(':id')
  @Can('users:read')
  @Returns(UserView)
  get(@RecordId() id: string): Promise<UserView> {
    return this.queries.get(id);
  }

  /** List the changes of a user. Newest first, with the user who made each change. */
  @Get(':id/history')
  @Can('users:update')
  @Returns(pageOf(HistoryEntryView))
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    return this.updater.list('users', (await this.queries.get(id)).id, query);
  }

  /** Update a user. Omitted fields are unchanged; null clears a field. Changing the team needs access scope `all`. */
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

  /** Change the e-mail address of a user. Only for users who do not have more permissions than the caller. */
  @Put(':id/email')
  @Can('users:update')
  @RequireRecentAuth()
  @Returns(UserView)
  changeEmail(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: UserEmailChange,
    @IfMatch() version?: number,
  ): Promise<UserView> {
    return this.emails.change(actor, id, body.email, version);
  }

  /**
   * Delete a user. Only for users who own no records. The user can be restored, and the user's name remains in the
   * history.
   */
  @Delete(':id')
  @Can('users:delete')
  @RequireRecentAuth()
  @ReturnsNothing()
  remove(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.users.remove(actor, id, version);
  }

  /**
   * Restore a deleted user. Rejected if another user has the same e-mail address now. Sessions and API keys are not
   * restored.
   */
  @Post(':id/restore')
  @Can('users:update')
  @RequireRecentAuth()
  @Returns(UserView)
  restore(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<UserView> {
    return this.users.restore(actor, id, version);
  }

  /**
   * Deactivate a user. Sessions, tokens and API keys end at once and permanently. The user still owns the same records.
   */
  @Post(':id/deactivate')
  @Can('users:update')
  @RequireRecentAuth()
  @Returns(UserView)
  deactivate(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<UserView> {
    return this.users.deactivate(actor, id, version);
  }

  /** Reactivate a deactivated user. */
  @Post(':id/reactivate')
  @Can('users:update')
  @RequireRecentAuth()
  @Returns(UserView)
  reactivate(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<UserView> {
    return this.users.reactivate(actor, id, version);
  }

  /**
   * Resend an invitation. Sends a new link to a user who has not accepted the invitation. The previous link becomes
   * invalid.
   */
  @Post(':id/resend-invitation')
  @Can('users:create')
  @RequireRecentAuth()
  @Returns(UserView)
  resendInvitation(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<UserView> {
    return this.invitations.resend(actor, id, version);
  }
}
