import { Email, Text } from '../../../kernel/fields.js';

export class EmailChange {
  /**
   * The new address. It holds once the link in the mail to it was opened.
   * @example ada@example.com
   */
  @Email()
  newEmail: string;
}

export class EmailVerification {
  /**
   * The token of the link in the mail.
   * @example "the-token-of-the-link-in-the-mail-is-43-char"
   */
  @Text(1, 100)
  token: string;
}
