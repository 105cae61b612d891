import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Conflict, Forbidden } from '../../../kernel/errors.js';
import { SecurityLog } from '../../../kernel/security-log.js';
import { Ownership } from '../transfer/ownership.js';
import type { ProfileUpdate, UserUpdate, UserView } from './people.dto.js';
import { userDeactivated, userDeleted, userReactivated, userRestored, userUpdated } from './people.events.js';
import { UserChanges } from './user-changes.js';
import { UserDrafts } from './user-drafts.js';

/** What can be done with users who are there. */
@Injectable()
export class UsersService {
  constructor(
    private readonly changes: UserChanges,
    private readonly drafts: UserDrafts,
    private readonly ownership: Ownership,
    private readonly security: SecurityLog,
  ) {}

  update(actor: Actor, id: string, wanted: UserUpdate, version?: number): Promise<UserView> {
    return this.changes.run(id, userUpdated, (user, before, em) => this.drafts.apply(actor, user, wanted, before, em), {
      version,
      wanted,
      beside: [wanted.managerId],
    });
  }

  /** Of oneself, which no program does in one's name. */
  updateProfile(actor: Actor, wanted: ProfileUpdate, version?: number): Promise<UserView> {
    if (!actor.sessionId)
      throw new Forbidden(
        'session-required',
        'Only somebody who has signed in may change their profile; an API key may not.',
      );
    return this.update(actor, actor.userId, wanted, version);
  }

  deactivate(id: string, version?: number): Promise<UserView> {
    return this.changes.run(
      id,
      userDeactivated,
      async (user) => {
        if (!user.isActive) throw new Conflict('user-inactive', 'The user is deactivated already.');
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

  reactivate(id: string, version?: number): Promise<UserView> {
    return this.changes.run(
      id,
      userReactivated,
      async (user) => {
        if (user.isActive) throw new Conflict('user-active', 'The user is not deactivated.');
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

  async remove(id: string, version?: number): Promise<void> {
    await this.changes.run(
      id,
      userDeleted,
      async (user) => {
        await this.ownership.requireNone(id);
        user.deletedAt = new Date();
      },
      { version },
    );
  }

  restore(id: string): Promise<UserView> {
    return this.changes.run(
      id,
      userRestored,
      (user) => {
        if (!user.deletedAt) throw new Conflict('user-not-deleted', 'The user is not deleted.');
        user.deletedAt = null;
      },
      { deleted: true },
    );
  }
}
