import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Actors, Passwords, type CredentialRow, type PasswordVerdict, type Person } from '../../users/index.js';
import { KnownDevices } from '../browser/known-devices.js';
import { LoginThrottle } from '../login/login-throttle.js';

interface Claim {
  readonly email: string;
  readonly password: string;
}

/** Whether a password is somebody's own. Guessing is throttled here, at the one place where passwords are compared. */
@Injectable()
export class PasswordProof {
  constructor(
    private readonly actors: Actors,
    private readonly passwords: Passwords,
    private readonly throttle: LoginThrottle,
    private readonly devices: KnownDevices,
  ) {}

  /** Undefined where the password is wrong, and for an account that does not exist: that takes as long. */
  async of(account: CredentialRow | undefined, { email, password }: Claim, request: Request): Promise<PasswordVerdict | undefined> {
    const deviceId = await this.devices.recognise(request, account?.id);
    return this.throttle.attempt({ email, address: request.ip ?? '', deviceId }, async () => {
      const verdict = await this.passwords.verify(account?.passwordHash, password);
      return verdict.matches ? verdict : undefined;
    });
  }

  personOf({ id }: CredentialRow): Promise<Person | undefined> {
    return this.actors.person(id);
  }

  hash(password: string): Promise<string> {
    return this.passwords.hash(password);
  }
}
