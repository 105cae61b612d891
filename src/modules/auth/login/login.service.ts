import { Injectable } from '@nestjs/common';
import { Unauthorized } from '../../../kernel/errors.js';
import { Actors } from '../../users/index.js';
import type { LoginRequest, SignInView } from '../auth.dto.js';
import { KnownDevices } from '../browser/known-devices.js';
import { Origins } from '../browser/origins.js';
import type { BrowserVisit } from '../browser/visit.js';
import { meView } from '../me.js';
import { SessionStart } from './session-start.js';
import { SignInProof } from './sign-in-proof.js';

/** Signing in with a browser. */
@Injectable()
export class LoginService {
  constructor(
    private readonly proof: SignInProof,
    private readonly actors: Actors,
    private readonly start: SessionStart,
    private readonly devices: KnownDevices,
    private readonly origins: Origins,
  ) {}

  async login(claim: LoginRequest, visit: BrowserVisit): Promise<SignInView> {
    this.origins.refuseForeign(visit.request);
    const { account, strongerHash } = await this.proof.signIn(claim, visit.request);
    const person = await this.actors.person(account.id);
    // Deactivated between the two looks.
    if (!person) throw new Unauthorized('wrong-login', 'The e-mail address or the password is wrong.');
    const { actor, expiresAt } = await this.start.begin(person, visit, strongerHash);
    await this.devices.remember(visit, person.userId);
    return { sessionId: actor.sessionId ?? '', expiresAt, user: meView(actor) };
  }
}
