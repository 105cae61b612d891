import { Injectable } from '@nestjs/common';
import { Unauthorized } from '../../../kernel/errors.js';
import { Accounts } from '../../users/index.js';
import type { LoginRequest, SignInView } from '../auth.dto.js';
import { KnownDevices } from '../browser/known-devices.js';
import { Origins } from '../browser/origins.js';
import type { BrowserVisit } from '../browser/visit.js';
import { meView } from '../me.js';
import { PasswordProof } from '../password/password-proof.js';
import { SessionStart } from './session-start.js';

/** Signing in. Whoever is unknown, inactive or mistaken gets the same answer after the same time. */
@Injectable()
export class LoginService {
  constructor(
    private readonly accounts: Accounts,
    private readonly proof: PasswordProof,
    private readonly start: SessionStart,
    private readonly devices: KnownDevices,
    private readonly origins: Origins,
  ) {}

  async login({ email, password }: LoginRequest, visit: BrowserVisit): Promise<SignInView> {
    this.origins.refuseForeign(visit.request);
    const account = await this.accounts.byEmail(email);
    const proven = await this.proof.of(account, { email, password }, visit.request);
    const person = proven && account && (await this.proof.personOf(account));
    if (!person) throw new Unauthorized('wrong-login', 'The e-mail address or the password is wrong.');
    const strongerHash = proven.isOutdated ? await this.proof.hash(password) : undefined;
    const { actor, expiresAt } = await this.start.begin(person, visit, strongerHash);
    await this.devices.remember(visit, person.userId);
    return { sessionId: actor.sessionId ?? '', expiresAt, user: meView(actor) };
  }
}
