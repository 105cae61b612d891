import { Email, Text } from '../../../kernel/fields.js';

export class LinkCheck {
  /**
   * Token from the link in the e-mail
   * @example "the-token-of-the-link-in-the-mail-is-43-char"
   */
  @Text(1, 100)
  token: string;
}

export class LinkView {
  /**
   * E-mail address of the account, or the address to confirm
   * @example ada@example.com
   */
  @Email()
  email: string;
}
