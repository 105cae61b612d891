import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { sql } from 'kysely';
import { credentialOf } from '../../../kernel/actor.js';
import { BadRequestError, ConflictError, UnprocessableError } from '../../../kernel/errors.js';
import { cachedStatement, Database, fenced, QueryRunner, violatedUnique, type Query } from '../../database/index.js';
import { answerAs, isJsonBody, statusOf } from '../answers/answer.js';
import { StepLease } from './step-lease.js';

interface Retained {
  readonly fingerprint: string;
  readonly status: number | null;
  readonly headers: Record<string, string> | null;
  readonly body: string | null;
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
}

const KEY = /^[\x21-\x7e]{1,255}$/;
const REPLAYED_HEADERS = ['location', 'etag'];
const RENEW_MS = 20_000;

/** The stored response as text. A repeated request gets the same bytes. */
export class StoredAnswer {
  constructor(readonly text: string) {}
}

/**
 * Makes a repeated POST take effect once (`Idempotency-Key`, kept for 24 hours per credential). The key is stored in
 * the transaction of the effect, so that a crash keeps both or neither. Rejected requests store nothing.
 */
@Injectable()
export class Idempotency {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly steps: StepLease,
  ) {}

  /** `inSteps` is for handlers that call other servers and so cannot run in one transaction. */
  async run(request: Request, response: Response, handle: () => Promise<unknown>, inSteps: boolean): Promise<unknown> {
    const ticket = ticketOf(request);
    if (inSteps) return this.runInSteps(ticket, response, handle);
    try {
      return await this.database.write(() => this.runAtOnce(ticket, response, handle));
    } catch (error) {
      if (violatedUnique(error) !== 'idempotency_keys_pkey') throw error;
      return this.replayOther(ticket, response);
    }
  }

  /** Stores the key with the commit. Until then, the lock rejects other requests with the key. */
  private async runAtOnce(ticket: Ticket, response: Response, handle: () => Promise<unknown>): Promise<unknown> {
    // Sent in this order, so that the key is read under the lock.
    const [isFree, retained] = await Promise.all([this.lock(ticket), this.find(ticket)]);
    if (retained && isValid(retained, ticket)) return replay(retained, ticket, response);
    if (!isFree) throw inProgress();
    if (retained) await this.forget(ticket);
    const answer = await handle();
    const body = answer === undefined ? null : JSON.stringify(answer);
    this.database.later(keyRow(ticket, response, body));
    return body !== null && isJsonBody(answer) ? new StoredAnswer(body) : answer;
  }

  /**
   * During the request, a timer and every transaction of the request renew the lease of the key. Each transaction also
   * records that there is an effect, and fails if another request holds the key.
   */
  private async runInSteps(ticket: Ticket, response: Response, handle: () => Promise<unknown>): Promise<unknown> {
    const retained = await this.find(ticket);
    if (retained && isValid(retained, ticket)) return replay(retained, ticket, response);
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
      await this.keep(ticket, response, answer, token);
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
    if (!other || !isValid(other, ticket)) throw inProgress();
    return replay(other, ticket, response);
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

  private async keep({ credential, key }: Ticket, response: Response, answer: unknown, token: string): Promise<void> {
    const body = answer === undefined ? null : JSON.stringify(answer);
    await this.queryRunner.rows(sql`
      update idempotency_keys set status = ${statusOf(response) ?? response.statusCode}, headers
        = ${headersOf(response)}::jsonb, body = ${body}
      where credential = ${credential} and key = ${key} and lease_token = ${token}::uuid`);
  }

  private find({ credential, key }: Ticket): Promise<Retained | undefined> {
    return this.queryRunner.row<Retained>(
      cachedStatement(
        'idempotency key found',
        [credential, key],
        (by, name) => sql`
          select fingerprint, status, headers, body, coalesce(lease_until > now(), true) as "isLeased", has_effects
            as "hasEffects", ${isExpired} as "isExpired" from idempotency_keys where credential = ${by} and key = ${name}`,
      ),
    );
  }
}

const isExpired = sql`created_at < now() - interval '24 hours'`;

const headersOf = (response: Response): string =>
  JSON.stringify(
    Object.fromEntries(
      REPLAYED_HEADERS.flatMap((name) => (response.hasHeader(name) ? [[name, String(response.getHeader(name))]] : [])),
    ),
  );

const keyRow = ({ credential, key, fingerprint }: Ticket, response: Response, body: string | null): Query =>
  cachedStatement(
    'idempotency key',
    [credential, key, fingerprint, statusOf(response) ?? response.statusCode, headersOf(response), body],
    (...values) => sql`
      insert into idempotency_keys (credential, key, fingerprint, status, headers, body)
        values (${sql.join([...values])})`,
  );

function ticketOf(request: Request): Ticket {
  const header = String(request.headers['idempotency-key']);
  // The draft standard defines a quoted string, but most clients send plain text: both mean the same key.
  const key = /^".*"$/.test(header) ? header.slice(1, -1) : header;
  if (!KEY.test(key)) {
    throw new BadRequestError('invalid-idempotency-key', 'Idempotency-Key must be 1 to 255 visible ASCII characters.', {
      errors: [{ header: 'Idempotency-Key', code: 'format', detail: 'must be 1 to 255 visible ASCII characters' }],
    });
  }
  const credential = request.actor ? credentialOf(request.actor) : `address:${request.ip ?? ''}`;
  const fingerprint = createHash('sha256')
    .update(`${request.method} ${request.originalUrl}\n${JSON.stringify(request.body ?? null)}`)
    .digest('hex');
  return { credential, key, fingerprint };
}

/** Whether the key belongs to a request of the last 24 hours that was not abandoned. */
const isValid = (retained: Retained, ticket: Ticket): boolean => !retained.isExpired && !isAbandoned(retained, ticket);

/** The process ended before it committed anything: the request can run again. */
const isAbandoned = ({ fingerprint, status, isLeased, hasEffects }: Retained, ticket: Ticket): boolean =>
  status === null && !isLeased && !hasEffects && fingerprint === ticket.fingerprint;

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

function replay(retained: Retained, { fingerprint }: Ticket, response: Response): StoredAnswer | undefined {
  if (retained.fingerprint !== fingerprint)
    throw new UnprocessableError('idempotency-key-reused', 'This Idempotency-Key was used for another request.');
  if (retained.status === null) throw retained.isLeased ? inProgress() : unknownOutcome();
  answerAs(response, retained.status);
  response.setHeader('Idempotency-Replayed', 'true');
  for (const [name, value] of Object.entries(retained.headers ?? {})) response.setHeader(name, value);
  return retained.body === null ? undefined : new StoredAnswer(retained.body);
}
