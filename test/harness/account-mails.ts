import { createHash, randomBytes } from 'node:crypto';
import type { ReceivedMail } from '../fakes/fake-mail-server.js';
import { FakeMailServer } from '../fakes/fake-mail-server.js';
import { ADMIN, type TestApp } from './app.js';

const readable = (source: string): string =>
  source
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
export const tokenIn = (mail: string): string => /#token=([\w-]{43})/.exec(mail)?.[1] ?? '';

/** The mails to users, received by a fake mail server. */
export class AccountMails {
  readonly server = new FakeMailServer();

  async start(): Promise<string> {
    return (await this.server.start()).url;
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  count(to: string): number {
    return this.of(to).length;
  }

  /** Waits for the newest mail to an address, optionally with a subject. */
  async next(to: string, subject = ''): Promise<string> {
    for (let tries = 0; tries < 500; tries += 1) {
      const found = this.of(to)
        .map(({ source }) => readable(source))
        .findLast((source) => source.includes(`Subject: ${subject}`));
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`No mail to ${to} came`);
  }

  private of(to: string): ReceivedMail[] {
    return this.server.received.filter((mail) => mail.to.includes(to));
  }
}

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly password: string;
}

/** Creates a user with the password of the admin, or an invited user without a password. */
export async function newPerson(
  { db }: Pick<TestApp, 'db'>,
  { role, hasPassword = true }: { role?: string; hasPassword?: boolean } = {},
): Promise<Person> {
  const email = `p-${randomBytes(6).toString('hex')}@kontor.test`;
  const { rows } = await db.query<{ id: string }>(
    `insert into users (email, password_hash) select $1, case when $3 then password_hash end from users where email = $2
      returning id`,
    [email, ADMIN.email, hasPassword],
  );
  const id = rows[0]?.id ?? '';
  if (role)
    await db.query(`insert into user_roles (user_id, role_id) select $1, id from roles where name = $2`, [id, role]);
  return { id, email, password: ADMIN.password };
}

/** Creates a token as in the link of a mail. */
export async function newToken(
  { db }: Pick<TestApp, 'db'>,
  { id, email }: { id: string; email: string },
  purpose: 'invitation' | 'password_reset' | 'email_verification',
  hours = 1,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db.query(
    `insert into user_tokens (user_id, purpose, token_hash, email, expires_at)
      values ($1, $2, $3, $4, now() + make_interval(hours => $5))`,
    [id, purpose, createHash('sha256').update(token).digest('hex'), email, hours],
  );
  return token;
}
