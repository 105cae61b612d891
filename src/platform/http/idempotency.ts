import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { sql } from 'kysely';
import { credentialOf } from '../../kernel/actor.js';
import { BadRequest, Conflict, Invalid } from '../../kernel/errors.js';
import { Database, fenced, outsideUnit, Reader, violatedUnique } from '../database/index.js';
import { answerAs, statusOf } from './answer.js';
import { StepLease } from './step-lease.js';

interface Kept {
  readonly fingerprint: string;
  readonly status: number | null;
  readonly headers: Record<string, string> | null;
  readonly body: string | null;
  /** While its answer is still to come: the process that works on it lives. */
  readonly isLeased: boolean;
  /** Its request has committed something. */
  readonly hasEffects: boolean;
}

interface Ticket {
  readonly credential: string;
  readonly key: string;
  readonly fingerprint: string;
}

const KEY = /^[\x21-\x7e]{1,255}$/;
const KEPT_HEADERS = ['location', 'etag'];
const RENEW_MS = 20_000;

/** What the handler answered, already as text: replays send it byte for byte. */
export class Replay {
  constructor(readonly text: string) {}
}

/**
 * The same POST twice has one effect (`Idempotency-Key`, kept for 24 hours per credential). The record of the key is
 * written in the transaction of the effect, so a crash leaves both or neither. A refused request keeps nothing.
 */
@Injectable()
export class Idempotency {
  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
    private readonly steps: StepLease,
  ) {}

  /** `inSteps` is for handlers that talk to other servers and so cannot sit in a transaction. */
  async run(request: Request, response: Response, handle: () => Promise<unknown>, inSteps: boolean): Promise<unknown> {
    const ticket = ticketOf(request);
    const kept = await this.find(ticket);
    if (kept && !isAbandoned(kept, ticket)) return replay(kept, ticket, response);
    if (inSteps) return this.runInSteps(ticket, response, handle);
    try {
      return await this.runAtOnce(ticket, response, handle);
    } catch (error) {
      if (violatedUnique(error) !== 'idempotency_keys_pkey') throw error;
      return this.replayOther(ticket, response);
    }
  }

  private runAtOnce(ticket: Ticket, response: Response, handle: () => Promise<unknown>): Promise<unknown> {
    return this.database.write(async () => {
      await this.lock(ticket);
      await this.forgetOld(ticket);
      await this.reserve(ticket);
      const answer = await handle();
      await this.keep(ticket, response, answer);
      return answer;
    });
  }

  /**
   * While its request is at work the key is leased, by a timer and by every transaction that the request makes. Those
   * also note that there is an effect, and fail when somebody else has the key by now.
   */
  private async runInSteps(ticket: Ticket, response: Response, handle: () => Promise<unknown>): Promise<unknown> {
    await this.forgetOld(ticket);
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

  private async replayOther(ticket: Ticket, response: Response): Promise<Replay | undefined> {
    const other = await this.find(ticket);
    if (!other) throw inProgress();
    return replay(other, ticket, response);
  }

  // Whoever comes second is told so at once instead of waiting for the first one's commit.
  private async lock({ credential, key }: Ticket): Promise<void> {
    const row = await this.reader.row<{ free: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${`${credential} ${key}`}, 0)) as free`,
    );
    if (!row?.free) throw inProgress();
  }

  private async forgetOld({ credential, key }: Ticket): Promise<void> {
    await this.reader.rows(
      sql`delete from idempotency_keys where credential = ${credential} and key = ${key} and created_at < now() - interval '24 hours'`,
    );
  }

  private async reserve({ credential, key, fingerprint }: Ticket): Promise<void> {
    await this.reader.rows(
      sql`insert into idempotency_keys (credential, key, fingerprint) values (${credential}, ${key}, ${fingerprint})`,
    );
  }

  private async keep(
    { credential, key }: Ticket,
    response: Response,
    answer: unknown,
    token: string | null = null,
  ): Promise<void> {
    const headers = Object.fromEntries(
      KEPT_HEADERS.flatMap((name) => (response.hasHeader(name) ? [[name, String(response.getHeader(name))]] : [])),
    );
    const body = answer === undefined ? null : JSON.stringify(answer);
    await this.reader.rows(sql`
      update idempotency_keys set status = ${statusOf(response) ?? response.statusCode}, headers = ${JSON.stringify(headers)}::jsonb, body = ${body}
      where credential = ${credential} and key = ${key} and lease_token is not distinct from ${token}::uuid`);
  }

  private find({ credential, key }: Ticket): Promise<Kept | undefined> {
    return outsideUnit(() =>
      this.reader.row<Kept>(sql`
      select fingerprint, status, headers, body, coalesce(lease_until > now(), true) as "isLeased", has_effects as "hasEffects" from idempotency_keys
      where credential = ${credential} and key = ${key} and created_at >= now() - interval '24 hours'`),
    );
  }
}

function ticketOf(request: Request): Ticket {
  const header = String(request.headers['idempotency-key']);
  // The draft standard has a quoted string, most clients send it bare: both are the same key.
  const key = /^".*"$/.test(header) ? header.slice(1, -1) : header;
  if (!KEY.test(key)) {
    throw new BadRequest('invalid-idempotency-key', 'Idempotency-Key must be 1 to 255 visible ASCII characters.', {
      errors: [{ header: 'Idempotency-Key', code: 'format', detail: 'must be 1 to 255 visible ASCII characters' }],
    });
  }
  const credential = request.actor ? credentialOf(request.actor) : `address:${request.ip ?? ''}`;
  const fingerprint = createHash('sha256')
    .update(`${request.method} ${request.originalUrl}\n${JSON.stringify(request.body ?? null)}`)
    .digest('hex');
  return { credential, key, fingerprint };
}

/** Its process died before it had done anything: the request may be done anew. */
const isAbandoned = ({ fingerprint, status, isLeased, hasEffects }: Kept, ticket: Ticket): boolean =>
  status === null && !isLeased && !hasEffects && fingerprint === ticket.fingerprint;

const inProgress = (): Conflict =>
  new Conflict('idempotency-key-in-progress', 'The first request with this Idempotency-Key is still at work.', {
    retryAfter: 1,
  });

const unknownOutcome = (): Conflict =>
  new Conflict(
    'idempotency-outcome-unknown',
    'The first request with this Idempotency-Key was cut off after it had begun to write. Look at what is there, then send what is missing under a new key.',
  );

function replay(kept: Kept, { fingerprint }: Ticket, response: Response): Replay | undefined {
  if (kept.fingerprint !== fingerprint)
    throw new Invalid('idempotency-key-reused', 'This Idempotency-Key was used for another request.');
  if (kept.status === null) throw kept.isLeased ? inProgress() : unknownOutcome();
  answerAs(response, kept.status);
  response.setHeader('Idempotency-Replayed', 'true');
  for (const [name, value] of Object.entries(kept.headers ?? {})) response.setHeader(name, value);
  return kept.body === null ? undefined : new Replay(kept.body);
}
