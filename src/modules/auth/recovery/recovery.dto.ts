import { Email, Text } from '../../../kernel/fields.js';

export class PasswordForgotten {
  /**
   * The e-mail address of the account.
   * @example ada@example.com
   */
  @Email()
  email: string;
}

/** The same whether or not there is such an account. */
export class PasswordForgottenView {
  /**
   * What happens now.
   * @example "If there is an account with this address, a mail with a link is on its way."
   */
  message: string;
}

export class PasswordReset {
  /**
   * The token of the link in the mail.
   * @example "the-token-of-the-link-in-the-mail-is-43-char"
   */
  @Text(1, 100)
  token: string;

  /**
   * The new password: 15 to 128 characters (8 are enough beside a second factor), not a common one, without your name, e-mail address or company.
   * @example "nine quiet rivers turn north"
   */
  @Text(8, 128)
  newPassword: string;
}
