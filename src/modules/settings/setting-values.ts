import { Injectable } from '@nestjs/common';
import { invalidAt } from '../../kernel/errors.js';
import { SecretCipher } from '../../platform/crypto/index.js';
import { Outbound, OutboundFailure } from '../../platform/outbound/index.js';
import { runChecks, type SettingDefinition } from './definitions/setting.registry.js';
import { settingCipherContext, type StoredSetting } from './stored-settings.js';

const LONG_ENOUGH_TO_SHOW = 16;

/** Validates, encrypts and decrypts setting values. */
@Injectable()
export class SettingValues {
  constructor(
    private readonly cipher: SecretCipher,
    private readonly outbound: Outbound,
  ) {}

  check({ key, expects, accepts, isCalled }: SettingDefinition, value: unknown, pointer = '#/value'): void {
    if (!accepts(value)) throw invalidAt(pointer, 'invalid-setting', `${key} must be ${expects}`);
    if (isCalled) this.requireCallable(String(value));
    runChecks(key, value);
  }

  toStore({ key, isSecret }: SettingDefinition, value: unknown): unknown {
    return isSecret ? this.cipher.encrypt(String(value), settingCipherContext(key)) : value;
  }

  /** Returns the last four characters of a secret, or null if the secret is too short to show a part. */
  lastOf(key: string, { value }: StoredSetting): string | null {
    const secret = this.cipher.decrypt(String(value), settingCipherContext(key));
    return secret.length >= LONG_ENOUGH_TO_SHOW ? secret.slice(-4) : null;
  }

  private requireCallable(url: string): void {
    try {
      this.outbound.check(url);
    } catch (error) {
      if (!(error instanceof OutboundFailure)) throw error;
      throw invalidAt(
        '#/value',
        'destination-not-allowed',
        'this server calls public addresses only, and those that OUTBOUND_ALLOW lists',
      );
    }
  }
}
