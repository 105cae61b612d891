import { Injectable } from '@nestjs/common';
import { UnauthorizedError } from '../../../kernel/errors.js';
import { Actors } from '../../users/index.js';
import type { LoginRequest, SignInView } from '../auth.dto.js';
import { KnownDevices } from '../browser/known-devices.js';
import { RequestOrigins } from '../browser/request-origins.js';
import type { HttpContext } from '../browser/http-context.js';
import { meView } from '../me.js';
import { SessionStart } from './session-start.js';
import { CredentialVerifier } from './credential-verifier.js';

/** Sign-in with a session cookie. */
@Injectable()
export class LoginService {
  constructor(
    private readonly verifier: CredentialVerifier,
    private readonly actors: Actors,
    private readonly start: SessionStart,
    private readonly devices: KnownDevices,
    private readonly origins: RequestOrigins,
  ) {}

  async login(claim: LoginRequest, http: HttpContext): Promise<SignInView> {
    this.origins.rejectForeign(http.request);
    const { account, strongerHash } = await this.verifier.signIn(claim, http.request);
    const person = await this.actors.person(account.id);
    // The user was deactivated after the password check.
    if (!person) throw new UnauthorizedError('wrong-login', 'The e-mail address or the password is wrong.');
    const { actor, expiresAt } = await this.start.begin(person, http, strongerHash);
    await this.devices.remember(http, person.userId);
    return { sessionId: actor.sessionId ?? '', expiresAt, user: meView(actor) };
  }
}
