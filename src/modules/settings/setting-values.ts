import { Injectable } from '@nestjs/common';
import { invalidAt } from '../../kernel/errors.js';
import { Vault } from '../../platform/crypto/index.js';
import { Outbound, OutboundFailure } from '../../platform/outbound/index.js';
import { runChecks, type SettingDefinition } from './setting.registry.js';
import { sealedPlace, type StoredSetting } from './stored-settings.js';

const LONG_ENOUGH_TO_SHOW = 16;

/** What a value has to be, and how it is kept. */
@Injectable()
export class SettingValues {
  constructor(
    private readonly vault: Vault,
    private readonly outbound: Outbound,
  ) {}

  check({ key, expects, accepts, isCalled }: SettingDefinition, value: unknown): void {
    if (!accepts(value)) throw invalidAt('#/value', 'invalid-setting', `${key} must be ${expects}`);
    if (isCalled) this.requireCallable(String(value));
    runChecks(key, value);
  }

  toStore({ key, isSecret }: SettingDefinition, value: unknown): unknown {
    return isSecret ? this.vault.seal(String(value), sealedPlace(key)) : value;
  }

  /** The end of a secret that is long enough to show it. */
  lastOf(key: string, { value }: StoredSetting): string | null {
    const secret = this.vault.open(String(value), sealedPlace(key));
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
