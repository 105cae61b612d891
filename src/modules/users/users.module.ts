import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Owners } from '../../platform/records/index.js';
import { AccessCache } from './access/access-cache.js';
import { AccountLinks } from './accounts/account-links.js';
import { Accounts } from './accounts/accounts.js';
import { Actors } from './access/actors.js';
import { FirstAdmin } from './accounts/first-admin.js';
import { Creators } from './access/creators.js';
import { Passwords } from './passwords/passwords.js';
import { InvitationMails } from './people/invitations/invitation-mails.js';
import { InvitationsService } from './people/invitations/invitations.service.js';
import { PeopleQueries } from './people/people.queries.js';
import { UserUpdater } from './people/user-updater.js';
import { UserFactory } from './people/user-factory.js';
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
import { TransferRules } from './transfer/transfer-rules.js';
import { TransferService } from './transfer/transfer.service.js';
import { TransferWorker } from './transfer/transfer-worker.js';
import { UserAuthority } from './access/user-authority.js';
import { UserTokens } from './accounts/user-tokens.js';
import { Users } from './users.js';

const access = [
  AccessCache,
  AccountLinks,
  Accounts,
  Actors,
  FirstAdmin,
  Creators,
  Passwords,
  Users,
  UserAuthority,
  UserTokens,
];

/** Global, because other modules inject `Owners` when they write records. */
@Global()
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
    { provide: Owners, useExisting: Users },
    UsersService,
    PeopleQueries,
    UserUpdater,
    UserFactory,
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
    TransferRules,
    TransferService,
    TransferWorker,
  ],
  exports: [...access, Owners],
})
export class UsersModule {}
