import { Injectable } from '@nestjs/common';
import { MailQueue } from '../../../platform/mail/index.js';
import { AccountLinks, TOKEN_HOURS } from '../../users/index.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
const hours = (count: number): string => (count === 1 ? 'one hour' : `${count} hours`);

/** What people are written about their accounts. Every mail joins the unit of work of what it tells. */
@Injectable()
export class AccountMail {
  constructor(
    private readonly queue: MailQueue,
    private readonly links: AccountLinks,
  ) {}

  resetPassword(to: string, token: string): Promise<void> {
    return this.send(to, 'Set a new password', [
      'Somebody asked for a new password for your account. To set one, open this link:',
      this.links.of('password_reset', token),
      `It works once and for ${hours(TOKEN_HOURS.password_reset)}. If it was not you, there is nothing to do: your password stays as it is.`,
    ]);
  }

  passwordChanged(to: string): Promise<void> {
    return this.send(to, 'Your password was changed', [
      'The password of your account was changed just now.',
      'If it was not you, ask for a new password at once and tell whoever runs this server.',
    ]);
  }

  verifyEmail(to: string, token: string): Promise<void> {
    return this.send(to, 'Confirm your e-mail address', [
      'To confirm that this address is yours, open this link:',
      this.links.of('email_verification', token),
      `It works once and for ${hours(TOKEN_HOURS.email_verification)}. If you have not asked for it, there is nothing to do.`,
    ]);
  }

  emailChangeAsked(to: string): Promise<void> {
    return this.send(to, 'Somebody wants to change your e-mail address', [
      'Somebody who is signed in to your account asked for another e-mail address. It changes once the new address is confirmed.',
      'If it was not you, change your password at once.',
    ]);
  }

  emailChanged(to: string): Promise<void> {
    return this.send(to, 'Your e-mail address was changed', [
      'Your account has another e-mail address from now on; this one is not used any more.',
      'If it was not you, tell whoever runs this server.',
    ]);
  }

  totpEnabled(to: string): Promise<void> {
    return this.send(to, 'A second factor was set up', [
      'Signing in to your account asks for a code of your authenticator from now on.',
      'If it was not you, ask for a new password at once and tell whoever runs this server.',
    ]);
  }

  totpDisabled(to: string): Promise<void> {
    return this.send(to, 'Your second factor was removed', [
      'Signing in to your account does not ask for a code any more.',
      'If you know nothing of it, tell whoever runs this server.',
    ]);
  }

  private send(to: string, subject: string, paragraphs: readonly string[]): Promise<void> {
    const html = paragraphs
      .map((text) =>
        /^https?:\/\//.test(text)
          ? `<p><a href="${escapeHtml(text)}">${escapeHtml(text)}</a></p>`
          : `<p>${escapeHtml(text)}</p>`,
      )
      .join('\n');
    return this.queue.send({ to: [to], subject, text: `${paragraphs.join('\n\n')}\n`, html });
  }
}
