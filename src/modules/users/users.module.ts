import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccessCache } from './access-cache.js';
import { AccountLinks } from './account-links.js';
import { Accounts } from './accounts.js';
import { Actors } from './actors.js';
import { FirstAdmin } from './first-admin.js';
import { Makers } from './makers.js';
import { Passwords } from './passwords.js';
import { InvitationMails } from './people/invitation-mails.js';
import { InvitationsService } from './people/invitations.service.js';
import { PeopleQueries } from './people/people.queries.js';
import { UserChanges } from './people/user-changes.js';
import { UserDrafts } from './people/user-drafts.js';
import { UserEmail } from './people/user-email.js';
import { UsersController } from './people/users.controller.js';
import { UsersService } from './people/users.service.js';
import { Granting } from './roles/granting.js';
import { PermissionsController } from './roles/permissions.controller.js';
import { RoleRecords } from './roles/role-records.js';
import { RolesController } from './roles/roles.controller.js';
import { RolesQueries } from './roles/roles.queries.js';
import { RolesService } from './roles/roles.service.js';
import { UserRolesController } from './roles/user-roles.controller.js';
import { UserRoles } from './roles/user-roles.js';
import { UserRolesService } from './roles/user-roles.service.js';
import { TeamMembers } from './teams/team-members.js';
import { TeamsController } from './teams/teams.controller.js';
import { TeamsQueries } from './teams/teams.queries.js';
import { TeamsService } from './teams/teams.service.js';
import { Ownership } from './transfer/ownership.js';
import { TransferController } from './transfer/transfer.controller.js';
import { TransferService } from './transfer/transfer.service.js';
import { TransferWorker } from './transfer/transfer-worker.js';
import { UserTokens } from './user-tokens.js';
import { Users } from './users.js';

const access = [AccessCache, AccountLinks, Accounts, Actors, FirstAdmin, Makers, Passwords, Users, UserTokens];

@Module({
  imports: [DiscoveryModule],
  controllers: [
    UsersController,
    UserRolesController,
    TransferController,
    TeamsController,
    RolesController,
    PermissionsController,
  ],
  providers: [
    ...access,
    UsersService,
    PeopleQueries,
    UserChanges,
    UserDrafts,
    UserEmail,
    InvitationsService,
    InvitationMails,
    RolesService,
    RolesQueries,
    RoleRecords,
    Granting,
    UserRoles,
    UserRolesService,
    TeamsService,
    TeamsQueries,
    TeamMembers,
    Ownership,
    TransferService,
    TransferWorker,
  ],
  exports: access,
})
export class UsersModule {}
