import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { SendMailOptions, SentMessageInfo, Transporter } from 'nodemailer';
import { Config } from '../config/index.js';
import { isStorageFull, storageState } from '../database/index.js';
import { openDataFolder, openPrivateFolder, writePrivateFile } from '../private-files/index.js';
import { MailFailure, mailFailureOf } from './mail-failure.js';

export interface Mail {
  readonly to: readonly string[];
  readonly replyTo?: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Used in the Message-ID: the same key twice gives the same id, so that mail programs recognize a repeated mail. */
  readonly key: string;
  readonly fromName?: string;
}

export interface MailSent {
  readonly messageId: string;
  /** Recipients that the server rejected while it accepted others. */
  readonly rejected: readonly string[];
  /** The file of the mail if no server is configured. */
  readonly file?: string;
}

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;
const LONGEST_MS = 45_000;
// A rejected login does not succeed without a change, and servers block clients that repeat it.
const ACCOUNT_PAUSE_MS = 300_000;
const oneLine = (text: string): string => text.replace(/[\r\n\t\p{Cc}]+/gu, ' ').trim();
const addresses = (list: readonly string[]): { name: string; address: string }[] =>
  list.map((address) => ({ name: '', address }));

/** Sends mail through SMTP_URL. Without it, outside production, writes the mail to DATA_DIR/mail. */
@Injectable()
export class Mailer implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('Mail');
  private readonly account: ReturnType<typeof accountOf> | undefined;
  /** Loaded with the first mail: most processes send none, and the library takes 5 MB. */
  private opened: Promise<Transporter<SentMessageInfo>> | undefined;
  private pausedUntil = 0;

  constructor(private readonly config: Config) {
    this.account = config.SMTP_URL ? accountOf(config.SMTP_URL) : undefined;
  }

  /** Mails grant access: makes the existing mail files private at the start. */
  onModuleInit(): void {
    if (existsSync(this.folder)) openPrivateFolder(this.folder);
  }

  async onApplicationShutdown(): Promise<void> {
    (await this.opened)?.close();
  }

  /** Milliseconds until the account can be used again, or 0. */
  get pauseMs(): number {
    return Math.max(0, this.pausedUntil - Date.now());
  }

  async send(mail: Mail): Promise<MailSent> {
    const messageId = `<${mail.key}@${this.domain()}>`;
    const { account } = this;
    if (!account) return this.keep(mail, messageId);
    if (this.pauseMs > 0) throw new MailFailure('account', null, 'The mail account is paused after a rejected login.');
    try {
      this.opened ??= import('nodemailer').then(({ createTransport }) => createTransport(account));
      const sent = await inTime((await this.opened).sendMail(this.options(mail, messageId)));
      return {
        messageId,
        rejected: (sent.rejected ?? []).map((one: string | { address: string }) =>
          typeof one === 'string' ? one : one.address,
        ),
      };
    } catch (error) {
      const failure = mailFailureOf(error);
      if (failure.kind === 'account') this.pausedUntil = Date.now() + ACCOUNT_PAUSE_MS;
      throw failure;
    }
  }

  private options({ to, replyTo, subject, text, html, fromName = '' }: Mail, messageId: string): SendMailOptions {
    const [, name = '', address = ''] = /^(?:(.*?)\s*<)?([^<>\s]+@[^<>\s]+?)>?$/.exec(this.config.MAIL_FROM) ?? [];
    return {
      from: { name: oneLine(fromName || name), address },
      to: addresses(to),
      ...(replyTo && { replyTo: { name: '', address: replyTo } }),
      messageId,
      subject: oneLine(subject),
      text,
      html,
      disableFileAccess: true,
      disableUrlAccess: true,
      headers: { 'Auto-Submitted': 'auto-generated' },
    };
  }

  private get folder(): string {
    return join(this.config.DATA_DIR, 'mail');
  }

  private domain(): string {
    return /@([^@<>\s]+?)>?$/.exec(this.config.MAIL_FROM)?.[1] ?? 'localhost';
  }

  private async keep(mail: Mail, messageId: string): Promise<MailSent> {
    if (this.config.isProduction)
      throw new MailFailure('not-configured', null, 'SMTP_URL is not set: there is no mail server to send through.');
    const { createTransport } = await import('nodemailer');
    const composed = await createTransport({ streamTransport: true, buffer: true }).sendMail(
      this.options(mail, messageId),
    );
    const file = join('mail', `${mail.key.replace(/[^\w.-]/g, '_')}.eml`);
    if (!existsSync(this.folder)) {
      openDataFolder(this.config.DATA_DIR);
      openPrivateFolder(this.folder);
    }
    await writeWhole(join(this.config.DATA_DIR, file), composed.message as Buffer);
    this.log.warn(`SMTP_URL is not set: the mail was written to ${file} in DATA_DIR instead of being sent`);
    return { messageId, rejected: [], file };
  }
}

/** Writes a file completely or not at all. On a full disk the mail is tried again later. */
async function writeWhole(path: string, content: Buffer): Promise<void> {
  const part = `${path}.part`;
  try {
    await writePrivateFile(part, content);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    if (!isStorageFull(error)) throw error;
    storageState.noteFull();
    throw new MailFailure('later', null, 'The disk under DATA_DIR is full.', { cause: error });
  }
}

/** `smtp://` upgrades to TLS if the server offers it. `smtps://` starts with TLS. */
function accountOf(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  return {
    pool: true as const,
    maxConnections: 3,
    maxMessages: 100,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    dnsTimeout: CONNECT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** The pool has no total deadline: a server that answers very slowly would block a worker for ever. */
async function inTime<T>(sending: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new MailFailure('later', null, 'The mail server took too long.')), LONGEST_MS);
  });
  try {
    return await Promise.race([sending, late]);
  } finally {
    clearTimeout(timer);
  }
}
