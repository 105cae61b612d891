import { Email, Optional, Text } from '../../../kernel/fields.js';

export class InvitationAcceptance {
  /**
   * The token of the link in the mail.
   * @example "the-token-of-the-link-in-the-mail-is-43-char"
   */
  @Text(1, 100)
  token: string;

  /**
   * The password to sign in with: 15 to 128 characters, not a common one, without your name, e-mail address or company.
   * @example "nine quiet rivers turn north"
   */
  @Text(8, 128)
  password: string;

  /**
   * The first name, where it is another than the one in the invitation.
   * @example Ada
   */
  @Optional()
  @Text(1, 100)
  firstName?: string;

  /**
   * The last name, where it is another than the one in the invitation.
   * @example Lovelace
   */
  @Optional()
  @Text(1, 100)
  lastName?: string;
}

export class InvitationCheck {
  /**
   * The token of the link in the mail.
   * @example "the-token-of-the-link-in-the-mail-is-43-char"
   */
  @Text(1, 100)
  token: string;
}

export class InvitationView {
  /**
   * The address that was invited, and that signs in.
   * @example ada@example.com
   */
  @Email()
  email: string;

  /**
   * The name in the invitation; empty where none was given.
   * @example "Ada Lovelace"
   */
  name: string;
}
