import { Injectable } from '@nestjs/common';
import { invalidAt } from '../../../kernel/errors.js';
import { Settings } from '../../settings/index.js';
import { passwordMistake, type PasswordOwner } from '../../users/index.js';

@Injectable()
export class PasswordPolicy {
  constructor(private readonly settings: Settings) {}

  /** Rejects a password that violates the rules. `field` is the body property of the password. */
  async check(password: string, owner: Omit<PasswordOwner, 'company'>, field: string): Promise<void> {
    const mistake = await passwordMistake(password, { ...owner, company: await this.settings.get('company_name') });
    if (mistake) throw invalidAt(`#/${field}`, mistake.code, `${field} ${mistake.detail}`);
  }
}
