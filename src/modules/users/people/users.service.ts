import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { ConflictError, ForbiddenError } from '../../../kernel/errors.js';
import { SecurityLog } from '../../../kernel/logs/security-log.js';
import { Ownership } from '../transfer/ownership.js';
import type { ProfileUpdate, UserUpdate, UserView } from './people.dto.js';
import { userDeactivated, userDeleted, userReactivated, userRestored, userUpdated } from './people.events.js';
import { UserUpdater } from './user-updater.js';
import { UserFactory } from './user-factory.js';

@Injectable()
export class UsersService {
  constructor(
    private readonly updater: UserUpdater,
    private readonly factory: UserFactory,
    private readonly ownership: Ownership,
    private readonly security: SecurityLog,
  ) {}

  update(actor: Actor, id: string, patch: UserUpdate, version?: number): Promise<UserView> {
    return this.updater.run(
      actor,
      id,
      userUpdated,
      (user, before, em) => this.factory.apply(actor, user, patch, before, em),
      { version, patch, beside: [patch.managerId] },
    );
  }

  /** Updates the profile of the actor. Needs a session, so API keys are rejected. */
  updateProfile(actor: Actor, patch: ProfileUpdate, version?: number): Promise<UserView> {
    if (!actor.sessionId)
      throw new ForbiddenError('session-required', 'Profiles can be changed only after sign-in, not with an API key.');
    return this.update(actor, actor.userId, patch, version);
  }

  deactivate(actor: Actor, id: string, version?: number): Promise<UserView> {
    return this.updater.run(
      actor,
      id,
      userDeactivated,
      async (user) => {
        if (!user.isActive) throw new ConflictError('user-inactive', 'The user is already deactivated.');
        user.isActive = false;
        await this.security.record({
          event: 'user_deactivated',
          severity: 'warning',
          userId: id,
          email: user.email,
          description: `${user.email} was deactivated.`,
          actionTaken: 'sessions, tokens and API keys revoked',
        });
      },
      { version },
    );
  }

  reactivate(actor: Actor, id: string, version?: number): Promise<UserView> {
    return this.updater.run(
      actor,
      id,
      userReactivated,
      async (user) => {
        if (user.isActive) throw new ConflictError('user-active', 'The user is not deactivated.');
        user.isActive = true;
        await this.security.record({
          event: 'user_reactivated',
          userId: id,
          email: user.email,
          description: `${user.email} was reactivated.`,
        });
      },
      { version },
    );
  }

  async remove(actor: Actor, id: string, version?: number): Promise<void> {
    await this.updater.run(
      actor,
      id,
      userDeleted,
      async (user) => {
        await this.ownership.requireNoRecords(id);
        user.deletedAt = new Date();
      },
      { version },
    );
  }

  restore(actor: Actor, id: string, version?: number): Promise<UserView> {
    return this.updater.run(
      actor,
      id,
      userRestored,
      (user) => {
        if (!user.deletedAt) throw new ConflictError('user-not-deleted', 'The user is not deleted.');
        user.deletedAt = null;
      },
      { deleted: true, version },
    );
  }
}
