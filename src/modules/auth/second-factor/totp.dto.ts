import { ApiProperty } from '@nestjs/swagger';
import { Matching, Optional, Text } from '../../../kernel/fields.js';

/** Whether signing in asks for a code. */
export class TotpView {
  /**
   * Whether it does.
   * @example true
   */
  isEnabled: boolean;

  /**
   * Since when.
   * @example 2026-11-21T09:30:00.000Z
   */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  enabledAt: string | null;

  /**
   * Whether a second factor must be set up before anything else is open.
   * @example false
   */
  mustSetUp: boolean;

  /**
   * How many recovery codes are left.
   * @example 10
   */
  @ApiProperty({ type: 'integer', format: 'int32', minimum: 0 })
  recoveryCodesLeft: number;
}

/** What an authenticator needs. Shown this once. */
export class TotpSetupView {
  /**
   * The secret, for authenticators that are typed into.
   * @example JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP
   */
  secret: string;

  /**
   * The same as an address, to be shown as a QR code.
   * @example otpauth://totp/Kontor:ada%40example.com?issuer=Kontor&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&algorithm=SHA1&digits=6&period=30
   */
  uri: string;
}

export class TotpConfirmation {
  /**
   * Six digits that the authenticator shows.
   * @example 492039
   */
  @Matching(/^\d{6}$/)
  code: string;
}

/** Each takes the place of the authenticator once. Shown this once. */
export class RecoveryCodesView {
  /**
   * The ten codes; those before them are worth nothing any more.
   * @example ["Zk3v-9QpL-x71B-mN0c", "a8Rt-Yw2E-0fGh-Jk5D"]
   */
  recoveryCodes: string[];
}

export class TotpRemoval {
  /**
   * Six digits that the authenticator shows.
   * @example 492039
   */
  @Optional()
  @Matching(/^\d{6}$/)
  code?: string;

  /**
   * A recovery code instead, where the authenticator is gone.
   * @example Zk3v-9QpL-x71B-mN0c
   */
  @Optional()
  @Text(16, 40)
  recoveryCode?: string;

  /**
   * A password of 15 characters or more, needed where the present one is shorter: without a second factor it is not enough.
   * @example "nine quiet rivers turn north"
   */
  @Optional()
  @Text(8, 128)
  newPassword?: string;
}
