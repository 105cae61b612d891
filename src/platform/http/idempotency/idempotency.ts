import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { sql } from 'kysely';
import { credentialOf } from '../../../kernel/actor.js';
import { BadRequestError, ConflictError, UnprocessableError } from '../../../kernel/errors.js';
import { defineEncryptedColumn, SecretCipher, type CipherContext } from '../../crypto/index.js';
import { cachedStatement, Database, fenced, QueryRunner, violatedUnique, type Query } from '../../database/index.js';
import { answerAs, isJsonBody, statusOf } from '../answers/answer.js';
import { StepLease } from './step-lease.js';

interface Retained {
  readonly fingerprint: string;
  readonly status: number | null;
  readonly headers: Record<string, string> | null;
  readonly body: string | null;
  /** The id that the body is encrypted for; null if the body is plain text. */
  readonly secretId: string | null;
  /** Whether the process that handles the request still holds the lease. */
  readonly isLeased: boolean;
  /** Whether the request committed a change. */
  readonly hasEffects: boolean;
  /** Whether the key is older than 24 hours. */
  readonly isExpired: boolean;
}

interface Ticket {
  readonly credential: string;
  readonly key: string;
  readonly fingerprint: string;
  /** Method, path and body of the request. */
  readonly text: string;
}

/** How a handler uses its key. */
export interface KeyUse {
  /** Whether the handler calls other servers or writes in several transactions. */
  readonly inSteps: boolean;
  /** Whether the response contains a secret. */
  readonly isSecret: boolean;
}

/** A response as it is stored. */
interface StoredBody {
  readonly body: string | null;
  readonly secretId: string | null;
}

const KEY = /^[\x21-\x7e]{1,255}$/;
const REPLAYED_HEADERS = ['location', 'etag'];
const RENEW_MS = 20_000;

defineEncryptedColumn({ table: 'idempotency_keys', column: 'body', idColumn: 'secret_id', isJson: false });
const cipherContextOf = (id: string): CipherContext => ({ table: 'idempotency_keys', column: 'body', id });

/** The stored response as text. A repeated request gets the same bytes. */
export class StoredAnswer {
  constructor(readonly text: string) {}
}

/**
 * Gives a repeated request one effect (`Idempotency-Key`, stored for 24 hours per credential). The transaction of the
 * effect stores the key, so that a crash stores both or neither. Rejected requests store nothing.
 */
@Injectable()
export class Idempotency {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly steps: StepLease,
    private readonly cipher: SecretCipher,
  ) {}

  async run(request: Request, response: Response, handle: () => Promise<unknown>, use: KeyUse): Promise<unknown> {
    const ticket = this.ticketOf(request);
    if (use.inSteps) return this.runInSteps(ticket, response, handle, use);
    try {
      return await this.database.write(() => this.runAtOnce(ticket, response, handle, use));
    } catch (error) {
      if (violatedUnique(error) !== 'idempotency_keys_pkey') throw error;
      return this.replayOther(ticket, response);
    }
  }

  /** Stores the key with the commit. Until then, the lock rejects other requests with the key. */
  private async runAtOnce(
    ticket: Ticket,
    response: Response,
    handle: () => Promise<unknown>,
    use: KeyUse,
  ): Promise<unknown> {
    // Sent in this order, so that the key is read under the lock.
    const [isFree, retained] = await Promise.all([this.lock(ticket), this.find(ticket)]);
    if (retained && this.isValid(retained, ticket)) return this.replay(retained, ticket, response);
    if (!isFree) throw inProgress();
    if (retained) await this.forget(ticket);
    const answer = await handle();
    const body = answer === undefined ? null : JSON.stringify(answer);
    this.database.later(keyRow(ticket, response, this.toStore(body, use)));
    return body !== null && isJsonBody(answer) ? new StoredAnswer(body) : answer;
  }

  /**
   * During the request, a timer and every transaction of the request renew the lease of the key. Each transaction also
   * records that there is an effect, and fails if another request holds the key.
   */
  private async runInSteps(
    ticket: Ticket,
    response: Response,
    handle: () => Promise<unknown>,
    use: KeyUse,
  ): Promise<unknown> {
    const retained = await this.find(ticket);
    if (retained && this.isValid(retained, ticket)) return this.replay(retained, ticket, response);
    if (retained?.isExpired) await this.forget(ticket);
    const token = await this.steps.take(ticket);
    if (token === undefined) return this.replayOther(ticket, response);
    const renewal = setInterval(() => void this.steps.renew(ticket, token).catch(() => undefined), RENEW_MS);
    let isOpen = true;
    const fence = async (): Promise<void> => {
      if (isOpen && !(await this.steps.note(ticket, token))) throw inProgress();
    };
    try {
      const answer = await fenced(fence, handle);
      const body = answer === undefined ? null : JSON.stringify(answer);
      await this.keep(ticket, response, this.toStore(body, use), token);
      return answer;
    } catch (error) {
      await this.steps.giveBack(ticket, token).catch(() => undefined);
      throw error;
    } finally {
      isOpen = false;
      clearInterval(renewal);
    }
  }

  private async replayOther(ticket: Ticket, response: Response): Promise<StoredAnswer | undefined> {
    const other = await this.find(ticket);
    if (!other || !this.isValid(other, ticket)) throw inProgress();
    return this.replay(other, ticket, response);
  }

  // A second request is rejected immediately and does not wait for the commit of the first.
  private async lock({ credential, key }: Ticket): Promise<boolean> {
    const row = await this.queryRunner.row<{ free: boolean }>(
      cachedStatement(
        'idempotency lock',
        [`${credential} ${key}`],
        (name) => sql`select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as free`,
      ),
    );
    return row?.free ?? false;
  }

  /** Removes an expired key, or the key of a request that ended without an effect. */
  private async forget({ credential, key }: Ticket): Promise<void> {
    await this.queryRunner.rows(
      sql`delete from idempotency_keys where credential = ${credential} and key = ${key}
        and (${isExpired} or status is null and not has_effects and lease_until <= now())`,
    );
  }

  private async keep(
    { credential, key }: Ticket,
    response: Response,
    { body, secretId }: StoredBody,
    token: string,
  ): Promise<void> {
    await this.queryRunner.rows(sql`
      update idempotency_keys set status = ${statusOf(response) ?? response.statusCode}, headers
        = ${headersOf(response)}::jsonb, body = ${body}, secret_id = ${secretId}::uuid
      where credential = ${credential} and key = ${key} and lease_token = ${token}::uuid`);
  }

  private find({ credential, key }: Ticket): Promise<Retained | undefined> {
    return this.queryRunner.row<Retained>(
      cachedStatement(
        'idempotency key found',
        [credential, key],
        (by, name) => sql`
          select fingerprint, status, headers, body, secret_id as "secretId", coalesce(lease_until > now(), true) as "isLeased", has_effects
            as "hasEffects", ${isExpired} as "isExpired" from idempotency_keys where credential = ${by} and key = ${name}`,
      ),
    );
  }

  private ticketOf(request: Request): Ticket {
    const credential = request.actor ? credentialOf(request.actor) : `address:${request.ip ?? ''}`;
    const text = `${request.method} ${request.originalUrl}\n${JSON.stringify(request.body ?? null)}`;
    // A body may contain a password: a plain hash could be guessed.
    return { credential, key: keyOf(request), text, fingerprint: this.cipher.authenticate(text) };
  }

  private toStore(body: string | null, { isSecret }: KeyUse): StoredBody {
    if (body === null || !isSecret) return { body, secretId: null };
    const secretId = randomUUID();
    return { body: this.cipher.encrypt(body, cipherContextOf(secretId)), secretId };
  }

  private isSame({ fingerprint }: Retained, ticket: Ticket): boolean {
    return fingerprint === ticket.fingerprint || this.cipher.isAuthentic(fingerprint, ticket.text);
  }

  /** Returns whether the key belongs to a request of the last 24 hours that was not abandoned. */
  private isValid(retained: Retained, ticket: Ticket): boolean {
    return !retained.isExpired && !(isAbandoned(retained) && this.isSame(retained, ticket));
  }

  private replay(retained: Retained, ticket: Ticket, response: Response): StoredAnswer | undefined {
    if (!this.isSame(retained, ticket))
      throw new UnprocessableError('idempotency-key-reused', 'This Idempotency-Key was used for another request.');
    const { status, headers, body, secretId } = retained;
    if (status === null) throw retained.isLeased ? inProgress() : unknownOutcome();
    answerAs(response, status);
    response.setHeader('Idempotency-Replayed', 'true');
    for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
    if (body === null) return undefined;
    return new StoredAnswer(secretId === null ? body : this.cipher.decrypt(body, cipherContextOf(secretId)));
  }
}

const isExpired = sql`created_at < now() - interval '24 hours'`;

const headersOf = (response: Response): string =>
  JSON.stringify(
    Object.fromEntries(
      REPLAYED_HEADERS.flatMap((name) => (response.hasHeader(name) ? [[name, String(response.getHeader(name))]] : [])),
    ),
  );

const keyRow = ({ credential, key, fingerprint }: Ticket, response: Response, { body, secretId }: StoredBody): Query =>
  cachedStatement(
    'idempotency key',
    [credential, key, fingerprint, statusOf(response) ?? response.statusCode, headersOf(response), body, secretId],
    (...values) => sql`
      insert into idempotency_keys (credential, key, fingerprint, status, headers, body, secret_id)
        values (${sql.join([...values])})`,
  );

function keyOf({ headers }: Request): string {
  const header = String(headers['idempotency-key']);
  // The draft standard defines a quoted string, but most clients send plain text: both mean the same key.
  const key = /^".*"$/.test(header) ? header.slice(1, -1) : header;
  if (KEY.test(key)) return key;
  throw new BadRequestError('invalid-idempotency-key', 'Idempotency-Key must be 1 to 255 visible ASCII characters.', {
    errors: [{ header: 'Idempotency-Key', code: 'format', detail: 'must be 1 to 255 visible ASCII characters' }],
  });
}

/** The process ended before it committed anything: the request can run again. */
const isAbandoned = ({ status, isLeased, hasEffects }: Retained): boolean =>
  status === null && !isLeased && !hasEffects;

const inProgress = (): ConflictError =>
  new ConflictError(
    'idempotency-key-in-progress',
    'The first request with this Idempotency-Key is still in progress.',
    { retryAfter: 1 },
  );

const unknownOutcome = (): ConflictError =>
  new ConflictError(
    'idempotency-outcome-unknown',
    'The first request with this Idempotency-Key was interrupted while writing. Check which changes were saved, ' +
      'then send the rest with a new key.',
  );
