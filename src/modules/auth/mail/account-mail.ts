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

/** E-mails to users about their accounts. Each e-mail is queued in the unit of work of the reported change. */
@Injectable()
export class AccountMail {
  constructor(
    private readonly queue: MailQueue,
    private readonly links: AccountLinks,
  ) {}

  resetPassword(to: string, token: string): Promise<void> {
    return this.send(to, 'Set a new password', [
      'A new password was requested for your account. Open this link to set a new password:',
      this.links.build('password_reset', token),
      `The link works once, for ${hours(TOKEN_HOURS.password_reset)}. If you did not request a new password, ` +
        `ignore this mail. Your password stays the same.`,
    ]);
  }

  passwordChanged(to: string): Promise<void> {
    return this.send(to, 'Your password was changed', [
      'The password of your account was changed.',
      'If you did not change it, request a new password at once and inform your administrator.',
    ]);
  }

  verifyEmail(to: string, token: string): Promise<void> {
    return this.send(to, 'Confirm your e-mail address', [
      'To confirm that this address is yours, open this link:',
      this.links.build('email_verification', token),
      `The link works once, for ${hours(TOKEN_HOURS.email_verification)}. If you did not request this mail, ` +
        `ignore it.`,
    ]);
  }

  emailChangeAsked(to: string): Promise<void> {
    return this.send(to, 'A change of your e-mail address was requested', [
      'A session of your account requested another e-mail address. The address changes when the new address ' +
        'is confirmed.',
      'If you did not request this change, change your password at once.',
    ]);
  }

  emailChanged(to: string): Promise<void> {
    return this.send(to, 'Your e-mail address was changed', [
      'Your account now has another e-mail address. This address is no longer used.',
      'If you did not change the address, inform your administrator.',
    ]);
  }

  totpEnabled(to: string): Promise<void> {
    return this.send(to, 'A second factor was set up', [
      'Signing in to your account now requires a code of your authenticator.',
      'If you did not set up a second factor, request a new password at once and inform your administrator.',
    ]);
  }

  totpDisabled(to: string): Promise<void> {
    return this.send(to, 'Your second factor was removed', [
      'Signing in to your account no longer requires a code.',
      'If you did not expect this change, inform your administrator.',
    ]);
  }

  codeAttemptsExceeded(to: string): Promise<void> {
    return this.send(to, 'Wrong codes were entered for your account', [
      'Ten wrong authenticator codes were entered for your account, by a person who knows your password or uses ' +
        'a browser that is signed in.',
      'If this was not you, request a new password at once, which ends all sessions, and inform your ' +
        'administrator.',
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
