import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { Unavailable } from '../../kernel/errors.js';

// RFC 9106's second choice, OWASP's minimum: argon2id, 19 MiB, two passes, one lane.
const STRENGTH = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const AT_ONCE = 4;
const LONGEST_QUEUE = 50;

export interface PasswordVerdict {
  readonly matches: boolean;
  /** The stored hash is weaker than what we make today. */
  readonly isOutdated: boolean;
}

/** Hashes and checks passwords, a few at a time: each takes 19 MiB, and a flood of logins must not take the memory. */
@Injectable()
export class Passwords implements OnModuleInit {
  private atWork = 0;
  private readonly waiting: (() => void)[] = [];
  private decoy: Promise<string> | undefined;

  onModuleInit(): void {
    void this.decoyHash().catch(() => undefined);
  }

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, STRENGTH));
  }

  /** Takes as long where there is no hash: nobody learns by waiting who has an account. */
  async verify(stored: string | null | undefined, password: string): Promise<PasswordVerdict> {
    const against = stored ?? (await this.decoyHash());
    const matches = await this.inTurn(() => verify(against, password));
    return { matches: matches && !!stored, isOutdated: isWeaker(against) };
  }

  private decoyHash(): Promise<string> {
    this.decoy ??= this.hash(crypto.randomUUID());
    return this.decoy;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.atWork >= AT_ONCE) await this.turn();
    else this.atWork += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.atWork -= 1;
    }
  }

  private turn(): Promise<void> {
    if (this.waiting.length >= LONGEST_QUEUE)
      throw new Unavailable('too-many-logins', 'Too many passwords are being checked at this moment.', {
        retryAfter: 1,
      });
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

function isWeaker(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(stored);
  return memoryCost < STRENGTH.memoryCost || timeCost < STRENGTH.timeCost || parallelism < STRENGTH.parallelism;
}
