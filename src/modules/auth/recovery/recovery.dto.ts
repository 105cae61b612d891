import { Email, ExactText } from '../../../kernel/fields.js';

export class PasswordForgotten {
  /**
   * E-mail address of the account
   * @example ada@example.com
   */
  @Email()
  email: string;
}

/** The same response whether or not the account exists. */
export class PasswordForgottenView {
  /**
   * Message about the next step
   * @example "If there is an account with this address, a mail with a link is on its way."
   */
  message: string;
}

export class PasswordReset {
  /**
   * Token from the link in the e-mail
   * @example "the-token-of-the-link-in-the-mail-is-43-char"
   */
  @ExactText(1, 100)
  token: string;

  /**
   * New password: 15 to 128 characters (8 with a second factor), not a common password, without your name, e-mail
   * address or company
   * @example "nine quiet rivers turn north"
   */
  @ExactText(8, 128)
  newPassword: string;
}
