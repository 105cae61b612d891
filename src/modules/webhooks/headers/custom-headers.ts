import { Injectable } from '@nestjs/common';
import { invalidAt } from '../../../kernel/errors.js';
import { defineEncryptedColumn, SecretCipher } from '../../../platform/crypto/index.js';

/** Public description of a stored header. Contains at most the last four characters of the value. */
export interface HeaderHint {
  readonly name: string;
  readonly isSet: boolean;
  readonly last4: string;
  readonly updatedAt: string;
}

export interface StoredHeaders {
  readonly headers?: string | null;
  readonly headerHints: readonly HeaderHint[];
}

export type Headers = Readonly<Record<string, string>>;

const MAX_HEADERS = 20;
/** Minimum length of a value to show its last four characters. */
const LAST4_FROM = 12;
const OURS = new Set([
  'host',
  'user-agent',
  'connection',
  'transfer-encoding',
  'keep-alive',
  'upgrade',
  'te',
  'trailer',
  'expect',
  'accept-encoding',
  'date',
  'via',
  'cookie',
  'cookie2',
  'forwarded',
  'x-real-ip',
  'true-client-ip',
]);
const isReserved = (name: string): boolean =>
  OURS.has(name) || /^(content|webhook|x-webhook|proxy|x-forwarded|x-original|cf-connecting)-/.test(name);
const hintOf = (name: string, value: string, now: Date): HeaderHint => ({
  name,
  isSet: true,
  last4: value.length >= LAST4_FROM ? value.slice(-4) : '',
  updatedAt: now.toISOString(),
});
const placeOf = (id: string) => ({ table: 'webhooks', column: 'headers', id });
defineEncryptedColumn({ table: 'webhooks', column: 'headers', idColumn: 'id', isJson: false });

/**
 * Custom headers, such as `Authorization`. All values are encrypted and never shown in full, because any value may be a
 * secret.
 */
@Injectable()
export class CustomHeaders {
  constructor(private readonly cipher: SecretCipher) {}

  open(id: string, encrypted: string | null = null): Headers {
    return encrypted === null ? {} : (JSON.parse(this.cipher.decrypt(encrypted, placeOf(id))) as Headers);
  }

  /** Sets the headers of the patch. Null removes a header. Other headers stay unchanged. */
  merge(
    id: string,
    { headers, headerHints }: StoredHeaders,
    patch: Readonly<Record<string, string | null>>,
    now = new Date(),
  ): StoredHeaders {
    const values = new Map(Object.entries(this.open(id, headers)));
    const hints = new Map(headerHints.map((hint) => [hint.name, hint]));
    for (const [key, value] of Object.entries(patch)) {
      const name = key.toLowerCase();
      if (isReserved(name)) throw invalidAt(`#/headers/${key}`, 'reserved-header', `${key} is written by this server`);
      if (value === null) {
        values.delete(name);
        hints.delete(name);
        continue;
      }
      values.set(name, value);
      hints.set(name, hintOf(name, value, now));
    }
    if (values.size > MAX_HEADERS) throw invalidAt('#/headers', 'too-many-headers', `at most ${MAX_HEADERS} headers`);
    return {
      headers: values.size > 0 ? this.cipher.encrypt(JSON.stringify(Object.fromEntries(values)), placeOf(id)) : null,
      headerHints: [...hints.values()],
    };
  }
}
