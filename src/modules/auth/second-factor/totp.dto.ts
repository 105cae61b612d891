import { ApiProperty } from '@nestjs/swagger';
import { Matching, Optional, ExactText, Text } from '../../../kernel/fields.js';

export class TotpView {
  /**
   * Whether the second factor is enabled
   * @example true
   */
  isEnabled: boolean;

  /**
   * Time when the second factor was enabled
   * @example 2026-11-21T09:30:00.000Z
   */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  enabledAt: string | null;

  /**
   * Whether the user must set up a second factor before any other request
   * @example false
   */
  mustSetUp: boolean;

  /**
   * Number of unused recovery codes
   * @example 10
   */
  @ApiProperty({ type: 'integer', format: 'int32', minimum: 0 })
  recoveryCodesLeft: number;
}

/** Data for the authenticator, shown once. */
export class TotpSetupView {
  /**
   * Secret to type into the authenticator app
   * @example JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP
   */
  secret: string;

  /**
   * The secret as a URI, for a QR code
   * @example otpauth://totp/Kontor:ada%40example.com?issuer=Kontor&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&algorithm=SHA1&digits=6&period=30
   */
  uri: string;
}

export class TotpConfirmation {
  /**
   * Six-digit code of the authenticator app
   * @example 492039
   */
  @Matching(/^\d{6}$/)
  code: string;
}

/** Each code replaces the authenticator once. The codes are shown once. */
export class RecoveryCodesView {
  /**
   * Ten recovery codes; all earlier codes are invalid
   * @example ["Zk3v-9QpL-x71B-mN0c", "a8Rt-Yw2E-0fGh-Jk5D"]
   */
  recoveryCodes: string[];
}

export class TotpRemoval {
  /**
   * Six-digit code of the authenticator app
   * @example 492039
   */
  @Optional()
  @Matching(/^\d{6}$/)
  code?: string;

  /**
   * Recovery code, instead of an authenticator code
   * @example Zk3v-9QpL-x71B-mN0c
   */
  @Optional()
  @Text(16, 40)
  recoveryCode?: string;

  /**
   * New password with at least 15 characters. Required if the current password is shorter, because it is too short
   * without a second factor.
   * @example "nine quiet rivers turn north"
   */
  @Optional()
  @ExactText(8, 128)
  newPassword?: string;
}
