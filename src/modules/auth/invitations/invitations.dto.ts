import { Email, ExactText, Nullable, Optional, Text } from '../../../kernel/fields.js';

export class InvitationAcceptance {
  /**
   * Token from the link in the e-mail
   * @example "the-token-of-the-link-in-the-mail-is-43-char"
   */
  @ExactText(1, 100)
  token: string;

  /**
   * Password: 15 to 128 characters, not a common password, without your name, e-mail address or company
   * @example "nine quiet rivers turn north"
   */
  @ExactText(8, 128)
  password: string;

  /**
   * First name; default: the name in the invitation
   * @example Ada
   */
  @Optional()
  @Text(1, 100)
  firstName?: string;

  /**
   * Last name; default: the name in the invitation
   * @example Lovelace
   */
  @Optional()
  @Text(1, 100)
  lastName?: string;
}

export class InvitationCheck {
  /**
   * Token from the link in the e-mail
   * @example "the-token-of-the-link-in-the-mail-is-43-char"
   */
  @ExactText(1, 100)
  token: string;
}

export class InvitationView {
  /**
   * Invited e-mail address, which is used to sign in
   * @example ada@example.com
   */
  @Email()
  email: string;

  /**
   * Name in the invitation; empty if none was given
   * @example "Ada Lovelace"
   */
  name: string;

  /**
   * Name of the user who sent the invitation
   * @example "Grace Hopper"
   */
  @Nullable()
  @Text(1, 255)
  invitedBy: string | null;
}
