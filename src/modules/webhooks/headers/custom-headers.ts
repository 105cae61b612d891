import { Injectable } from '@nestjs/common';
import { invalidAt } from '../../../kernel/errors.js';
import { defineSealedColumn, Vault } from '../../../platform/crypto/index.js';

/** What is shown of a header that the endpoint's owner has set. */
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
/** Shorter values would be shown by their last four characters. */
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
]);
const isReserved = (name: string): boolean => OURS.has(name) || /^(content|webhook|x-webhook|proxy)-/.test(name);
const placeOf = (id: string) => ({ table: 'webhooks', column: 'headers', id });
defineSealedColumn({ table: 'webhooks', column: 'headers', idColumn: 'id', isJson: false });

/** Headers beside our own, such as `Authorization`: any of them may be a secret, so all are kept sealed and never shown. */
@Injectable()
export class CustomHeaders {
  constructor(private readonly vault: Vault) {}

  open(id: string, sealed: string | null = null): Headers {
    return sealed === null ? {} : (JSON.parse(this.vault.open(sealed, placeOf(id))) as Headers);
  }

  /** Named ones are set or, with null, removed; the others stay. */
  merge(
    id: string,
    { headers, headerHints }: StoredHeaders,
    wanted: Readonly<Record<string, string | null>>,
    now = new Date(),
  ): StoredHeaders {
    const values = new Map(Object.entries(this.open(id, headers)));
    const hints = new Map(headerHints.map((hint) => [hint.name, hint]));
    for (const [given, value] of Object.entries(wanted)) {
      const name = given.toLowerCase();
      if (isReserved(name))
        throw invalidAt(`#/headers/${given}`, 'reserved-header', `${given} is written by this server`);
      if (value === null) {
        values.delete(name);
        hints.delete(name);
        continue;
      }
      values.set(name, value);
      hints.set(name, {
        name,
        isSet: true,
        last4: value.length >= LAST4_FROM ? value.slice(-4) : '',
        updatedAt: now.toISOString(),
      });
    }
    if (values.size > MAX_HEADERS) throw invalidAt('#/headers', 'too-many-headers', `at most ${MAX_HEADERS} headers`);
    return {
      headers: values.size > 0 ? this.vault.seal(JSON.stringify(Object.fromEntries(values)), placeOf(id)) : null,
      headerHints: [...hints.values()],
    };
  }
}
