import { Injectable } from '@nestjs/common';
import { GoneError } from '../../../kernel/errors.js';
import { Accounts, Actors, UserTokens, type CredentialRow, type TokenPurpose } from '../../users/index.js';
import { actAs } from '../me.js';

/** Same error for unknown, used, withdrawn and expired links and for inactive users, so that the cause stays hidden. */
const notValid = (): GoneError => new GoneError('link-not-valid', 'This link is no longer valid. Request a new link.');

/** Checks and uses the tokens of links that were sent by e-mail. */
@Injectable()
export class MailedLinks {
  constructor(
    private readonly tokens: UserTokens,
    private readonly accounts: Accounts,
    private readonly actors: Actors,
  ) {}

  /** Returns the account of a link without using the link. A request with other errors must not use up the link. */
  async accountOf(purpose: TokenPurpose, token: string): Promise<CredentialRow> {
    const held = await this.tokens.peek(purpose, token);
    const account = held && (await this.accounts.byId(held.userId));
    // The link is not valid if the e-mail address of the account has changed since.
    if (!account || account.email !== held.email) throw notValid();
    return account;
  }

  /** Returns the name of the user who sent an invitation; null if unknown. */
  async inviter(token: string): Promise<string | null> {
    return (await this.tokens.peek('invitation', token))?.inviter ?? null;
  }

  /** Returns the account of a verification link and the address to verify, which can be the current address. */
  async newAddress(token: string): Promise<{ account: CredentialRow; email: string }> {
    const held = await this.tokens.peek('email_verification', token);
    const account = held && (await this.accounts.byId(held.userId));
    if (!account) throw notValid();
    return { account, email: held.email };
  }

  /** Returns the address of a password reset link or verification link. */
  async emailOf(token: string): Promise<string> {
    const isReset = (await this.tokens.peek('password_reset', token)) !== undefined;
    return (await (isReset ? this.accountOf('password_reset', token) : this.newAddress(token))).email;
  }

  /**
   * Uses a token in the unit of work of the action. Of concurrent requests with the same token, exactly one succeeds.
   */
  async use(purpose: TokenPurpose, token: string, { id, email }: Pick<CredentialRow, 'id' | 'email'>): Promise<void> {
    const held = await this.tokens.use(purpose, token);
    this.require(held?.userId === id && held.email === email);
  }

  require(isThere: boolean): asserts isThere {
    if (!isThere) throw notValid();
  }

  /**
   * Sets the owner of the mailbox as the actor of the request. Call before the unit of work, which reads the actor at
   * its start.
   */
  async actAsAccount({ id }: CredentialRow): Promise<void> {
    const person = await this.actors.person(id);
    if (!person) throw notValid();
    actAs({ ...person, kind: 'session' });
  }
}
