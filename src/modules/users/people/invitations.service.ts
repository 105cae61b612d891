import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/entity.js';
import { Conflict } from '../../../kernel/errors.js';
import { Database } from '../../../platform/database/index.js';
import { UserRoles } from '../roles/user-roles.js';
import { Team } from '../team.entity.js';
import { User } from '../user.entity.js';
import { InvitationMails } from './invitation-mails.js';
import type { UserInvitation, UserView } from './people.dto.js';
import { PeopleQueries } from './people.queries.js';
import { inWordsOr } from './people-refusals.js';
import { UserDrafts } from './user-drafts.js';

/** Lets people in by mail: the user is there at once, and may come in when they have chosen a password. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly queries: PeopleQueries,
    private readonly drafts: UserDrafts,
    private readonly roles: UserRoles,
    private readonly mails: InvitationMails,
  ) {}

  invite(actor: Actor, { email, roleIds = [], teamId = null, ...wanted }: UserInvitation): Promise<UserView> {
    return inWordsOr(
      this.database.write(async (em) => {
        await this.drafts.check(actor, { ...wanted, teamId }, null);
        const user = em.create(User, {
          id: newId(),
          email,
          ...given(wanted),
          team: teamId ? em.getReference(Team, teamId) : null,
        });
        await em.flush();
        await this.roles.set(actor, user.id, roleIds);
        return this.mails.send(actor, await this.queries.get(user.id));
      }),
    );
  }

  /** A new link; the one before is worth nothing any more. */
  resend(actor: Actor, id: string): Promise<UserView> {
    return this.database.write(async () => {
      await this.queries.lock(id);
      const user = await this.queries.get(id);
      if (user.status !== 'invited')
        throw new Conflict('user-not-invited', 'Only somebody who has not accepted yet is invited again.', {
          members: { current: user.status },
        });
      return this.mails.send(actor, user);
    });
  }
}

const given = (wanted: object): object =>
  Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
