import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { UnavailableError } from '../../../kernel/errors.js';

// OWASP minimum for argon2id (RFC 9106): 19 MiB, two passes, one lane.
const STRENGTH = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const AT_ONCE = 4;
const LONGEST_QUEUE = 50;

export interface PasswordOutcome {
  readonly matches: boolean;
  /** The stored hash is weaker than the current parameters. */
  readonly isOutdated: boolean;
}

/** Hashes and verifies a few passwords at a time. A hash takes 19 MiB, and many logins must not exhaust the memory. */
@Injectable()
export class Passwords implements OnModuleInit {
  private atWork = 0;
  private readonly waiting: (() => void)[] = [];
  private decoy: Promise<string> | undefined;

  onModuleInit(): void {
    void this.decoyHash().catch(() => undefined);
  }

  hash(password: string): Promise<string> {
    return this.inQueue(() => hash(password, STRENGTH));
  }

  /** Takes the same time without a stored hash. Otherwise, the duration would show whether an account exists. */
  async verify(stored: string | null | undefined, password: string): Promise<PasswordOutcome> {
    const against = stored ?? (await this.decoyHash());
    const matches = await this.inQueue(() => verify(against, password));
    return { matches: matches && !!stored, isOutdated: isWeaker(against) };
  }

  private decoyHash(): Promise<string> {
    this.decoy ??= this.hash(crypto.randomUUID());
    return this.decoy;
  }

  private async inQueue<T>(work: () => Promise<T>): Promise<T> {
    if (this.atWork >= AT_ONCE) await this.nextSlot();
    else this.atWork += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.atWork -= 1;
    }
  }

  private nextSlot(): Promise<void> {
    if (this.waiting.length >= LONGEST_QUEUE)
      throw new UnavailableError(
        'too-many-logins',
        'Too many passwords are being checked right now; try again later.',
        { retryAfter: 1 },
      );
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

function isWeaker(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(stored);
  return memoryCost < STRENGTH.memoryCost || timeCost < STRENGTH.timeCost || parallelism < STRENGTH.parallelism;
}
