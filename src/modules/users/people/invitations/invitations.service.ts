import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../../kernel/actor.js';
import { requireVersion } from '../../../../kernel/change.js';
import { ConflictError } from '../../../../kernel/errors.js';
import { Database } from '../../../../platform/database/index.js';
import { UserAuthority } from '../../access/user-authority.js';
import { InvitationMails } from './invitation-mails.js';
import type { UserInvitation, UserView } from '../people.dto.js';
import { PeopleQueries } from '../people.queries.js';
import { orDomainError } from '../user-errors.js';
import { UserFactory } from '../user-factory.js';

/** Invites users by mail. The user exists at once, but can sign in only after setting a password. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly queries: PeopleQueries,
    private readonly factory: UserFactory,
    private readonly mails: InvitationMails,
    private readonly authority: UserAuthority,
  ) {}

  invite(actor: Actor, input: UserInvitation): Promise<UserView> {
    return orDomainError(
      this.database.write(async (em) => {
        const id = await this.factory.create(actor, input, em);
        return this.mails.send(actor, await this.queries.get(id));
      }),
    );
  }

  /** Sends a new link. The previous link becomes invalid. */
  resend(actor: Actor, id: string, version?: number): Promise<UserView> {
    return this.database.write(async () => {
      await this.queries.lock(id);
      const user = await this.queries.get(id);
      requireVersion(user, version);
      await this.authority.requireSameAuthority(actor, id);
      if (user.status !== 'invited')
        throw new ConflictError('user-not-invited', 'The user has already accepted the invitation.', {
          members: { current: user.status },
        });
      return this.mails.send(actor, user);
    });
  }
}
