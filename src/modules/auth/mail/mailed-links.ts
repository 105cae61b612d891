import { Injectable } from '@nestjs/common';
import { Gone } from '../../../kernel/errors.js';
import { Accounts, Actors, UserTokens, type CredentialRow, type TokenPurpose } from '../../users/index.js';
import { actAs } from '../me.js';

/** Unknown, used, withdrawn, expired, or of somebody who may not come in: one answer, so that nobody learns which. */
const notValid = (): Gone => new Gone('link-not-valid', 'This link is not valid any more. Ask for a new one.');

/** Who comes with a link that was sent by mail. */
@Injectable()
export class MailedLinks {
  constructor(
    private readonly tokens: UserTokens,
    private readonly accounts: Accounts,
    private readonly actors: Actors,
  ) {}

  /** Whose link it is, without using it: what is wrong with the rest of the request must not cost somebody their link. */
  async holder(purpose: TokenPurpose, token: string): Promise<CredentialRow> {
    const held = await this.tokens.peek(purpose, token);
    const account = held && (await this.accounts.byId(held.userId));
    // A link proves nothing about an address that came after it.
    if (!account || account.email !== held.email) throw notValid();
    return account;
  }

  /** Whose link to confirm an address it is, and which address: theirs already, or another that shall be. */
  async newAddress(token: string): Promise<{ account: CredentialRow; email: string }> {
    const held = await this.tokens.peek('email_verification', token);
    const account = held && (await this.accounts.byId(held.userId));
    if (!account) throw notValid();
    return { account, email: held.email };
  }

  /** Uses it up in the unit of work of what it is for: of any number at once exactly one goes on. */
  async use(purpose: TokenPurpose, token: string, { id, email }: Pick<CredentialRow, 'id' | 'email'>): Promise<void> {
    const held = await this.tokens.use(purpose, token);
    this.require(held?.userId === id && held.email === email);
  }

  /** Refuses where the link's holder turned out to be gone. */
  require(isThere: boolean): asserts isThere {
    if (!isThere) throw notValid();
  }

  /** What follows is the deed of whoever owns the mailbox. Before the unit of work, which says at its start whose it is. */
  async actAsHolder({ id }: CredentialRow): Promise<void> {
    const person = await this.actors.person(id);
    if (!person) throw notValid();
    actAs({ ...person, kind: 'session' });
  }
}
