import { Email, Text } from '../../../kernel/fields.js';

export class EmailChange {
  /**
   * New e-mail address; valid after the link in the confirmation e-mail was opened
   * @example ada@example.com
   */
  @Email()
  newEmail: string;
}

export class EmailVerification {
  /**
   * Token from the link in the e-mail
   * @example "the-token-of-the-link-in-the-mail-is-43-char"
   */
  @Text(1, 100)
  token: string;
}
