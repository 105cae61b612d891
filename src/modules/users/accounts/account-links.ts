import { Injectable } from '@nestjs/common';
import { PublicAddress } from '../../../platform/http/index.js';
import type { TokenPurpose } from './user-tokens.js';

const PAGES: Readonly<Record<TokenPurpose, string>> = {
  invitation: 'invitation',
  password_reset: 'password',
  email_verification: 'email',
};

/**
 * Builds the links in mails to users. They never use the Host header of a request, because the header can be forged.
 */
@Injectable()
export class AccountLinks {
  constructor(private readonly address: PublicAddress) {}

  /**
   * Puts the token into the fragment. Browsers do not send the fragment, so no log and no Referer header contains the
   * token.
   */
  build(purpose: TokenPurpose, token: string): string {
    return `${this.address.url}/account/${PAGES[purpose]}#token=${token}`;
  }
}
