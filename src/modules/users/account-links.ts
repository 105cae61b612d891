import { Injectable } from '@nestjs/common';
import { PublicAddress } from '../../platform/http/index.js';
import type { TokenPurpose } from './user-tokens.js';

const PAGES: Readonly<Record<TokenPurpose, string>> = {
  invitation: 'invitation',
  password_reset: 'password',
  email_verification: 'email',
};

/** The links in mails to people. They never come from the request: whoever forges a Host header leads nobody astray. */
@Injectable()
export class AccountLinks {
  constructor(private readonly address: PublicAddress) {}

  /** The token is in the fragment, which no browser sends to a server: it is in no log and in no Referer. */
  of(purpose: TokenPurpose, token: string): string {
    return `${this.address.url}/account/${PAGES[purpose]}#token=${token}`;
  }
}
