import fc from 'fast-check';
import { ADMIN, startApp, type TestApp } from '../../../../test/harness/app.js';
import { caller } from '../../../../test/harness/caller.js';
import type { TokenView } from './tokens.dto.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());
beforeEach(() => app.db.query('truncate login_failures'));

const begin = async (): Promise<TokenView> =>
  (await app.anonymous.post('/auth/token').send(ADMIN).expect(200)).body as TokenView;
const refresh = (refreshToken: string) => app.anonymous.post('/auth/token/refresh').send({ refreshToken });
const next = async (refreshToken: string): Promise<string> =>
  ((await refresh(refreshToken).expect(200)).body as TokenView).refreshToken;
const asks = (accessToken: string) => caller(app.url, { Authorization: `Bearer ${accessToken}` }).get('/auth/me');
/** Ends the grace period: moves all uses eleven seconds back. */
const graceIsOver = (sessionId: string) =>
  app.db.query(`update refresh_tokens set revoked_at = revoked_at - interval '11 seconds' where session_id = $1`, [
    sessionId,
  ]);
const stateOf = async (sessionId: string) =>
  (
    await app.db.query(
      `select (select count(*)::int from refresh_tokens where session_id = s.id and revoked_at is null)
        as active, (select count(*)::int from refresh_tokens where session_id = s.id) as tokens, s.revoked_reason
        as ended,
    (select count(*)::int from security_logs where event_type = 'token_reuse' and details->>'sessionId' = s.id::text)
      as alarms from sessions s where s.id = $1`,
      [sessionId],
    )
  ).rows[0] as { active: number; tokens: number; ended: string | null; alarms: number };

describe('a refresh token', () => {
  it('works once, and its successor once', async () => {
    const first = await begin();
    const { body: second } = await refresh(first.refreshToken).expect(200);
    expect(second).toMatchObject({
      sessionId: first.sessionId,
      refreshExpiresAt: first.refreshExpiresAt,
      expiresIn: 600,
    });
    expect(second.refreshToken).not.toBe(first.refreshToken);
    await asks(second.accessToken).expect(200);
    await asks(first.accessToken).expect(200);
    await next(second.refreshToken);
    expect(await stateOf(first.sessionId)).toEqual({ active: 1, tokens: 3, ended: null, alarms: 0 });
  });

  it('returns the same successor within ten seconds, for a lost response', async () => {
    const { refreshToken, sessionId } = await begin();
    const successor = await next(refreshToken);
    expect(await next(refreshToken)).toBe(successor);
    expect(await stateOf(sessionId)).toEqual({ active: 1, tokens: 2, ended: null, alarms: 0 });
  });

  it('returns one successor to twenty concurrent requests and ends no session', async () => {
    const { refreshToken, sessionId } = await begin();
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(refreshToken)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(new Set(answers.map(({ body }) => body.refreshToken)).size).toBe(1);
    expect(await stateOf(sessionId)).toEqual({ active: 1, tokens: 2, ended: null, alarms: 0 });
    for (const { body } of answers) await asks(body.accessToken).expect(200);
    await next(answers[0]?.body.refreshToken);
  });

  it('used again later ends the whole family and records an alert', async () => {
    const { refreshToken, sessionId } = await begin();
    const { body: second } = await refresh(refreshToken).expect(200);
    await graceIsOver(sessionId);
    expect((await refresh(refreshToken).expect(401)).body.code).toBe('refresh-token-reused');
    expect(await stateOf(sessionId)).toEqual({ active: 0, tokens: 2, ended: 'token-reuse', alarms: 1 });
    await asks(second.accessToken).expect(401);
    expect((await refresh(second.refreshToken).expect(401)).body.code).toBe('invalid-refresh-token');
    const { rows } = await app.db.query(
      `select * from security_logs where event_type = 'token_reuse' and details->>'sessionId' = $1`,
      [sessionId],
    );
    expect(rows[0]).toMatchObject({
      severity: 'critical',
      user_email: ADMIN.email,
      action_taken: 'The session was ended with all of its tokens.',
    });
    expect(JSON.stringify(rows)).not.toContain(refreshToken);
    const { rows: reported } = await app.db.query(
      `select payload from events where type = 'session.revoked' and resource_id = $1`,
      [sessionId],
    );
    expect(reported).toMatchObject([{ payload: { reason: 'token-reuse' } }]);
  });

  it('older than the parent ends the family within the ten seconds too', async () => {
    const { refreshToken, sessionId } = await begin();
    await next(await next(refreshToken));
    expect((await refresh(refreshToken).expect(401)).body.code).toBe('refresh-token-reused');
    expect(await stateOf(sessionId)).toMatchObject({ active: 0, ended: 'token-reuse' });
  });

  it('ends only its own family', async () => {
    const [one, other] = [await begin(), await begin()];
    await next(await next(one.refreshToken));
    await refresh(one.refreshToken).expect(401);
    await asks(other.accessToken).expect(200);
    await next(other.refreshToken);
  });

  it('that was never issued is rejected', async () => {
    for (const token of ['x', 'kontor_refresh_', `kontor_refresh_${'A'.repeat(43)}`, "' or 1=1 --"])
      expect((await refresh(token).expect(401)).body.code).toBe('invalid-refresh-token');
    expect((await refresh('').expect(422)).body.code).toBe('invalid-body');
  });
});

/** Expected state of a family. Tokens are numbered in the order of creation. */
interface Model {
  readonly active: number;
  /** Whether the previous token still returns the active token. */
  readonly grace: boolean;
  readonly ended: boolean;
}
type Outcome = number | 'reused' | 'over';

function step(model: Model, index: number): [Model, Outcome] {
  if (model.ended) return [model, 'over'];
  if (index === model.active) return [{ active: index + 1, grace: true, ended: false }, index + 1];
  if (index === model.active - 1 && model.grace) return [model, model.active];
  return [{ ...model, ended: true }, 'reused'];
}

const orders = (items: readonly number[]): number[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((item, at) => orders(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));

/**
 * Returns the model after an order of the concurrent requests that explains all responses; undefined if no order does.
 */
function explain(model: Model, asked: readonly number[], seen: readonly Outcome[]): Model | undefined {
  for (const order of orders(asked.map((_, at) => at))) {
    let after = model;
    const explains = order.every((at) => {
      const [then, outcome] = step(after, asked[at] ?? 0);
      after = then;
      return outcome === seen[at];
    });
    if (explains) return after;
  }
  return undefined;
}

describe('any order of sequential and concurrent refreshes', () => {
  async function outcomeOf(tokens: readonly string[], index: number): Promise<[Outcome, string?]> {
    const { status, body } = await refresh(tokens[index] ?? '');
    if (status !== 200) return [body.code === 'refresh-token-reused' ? 'reused' : 'over'];
    const known = tokens.indexOf(body.refreshToken);
    return [known < 0 ? tokens.length : known, body.refreshToken];
  }

  const waiting = fc.constant('wait' as const);
  // Prefers the newest tokens: an old token ends the session, and the later steps test nothing.
  const together = fc.array(
    fc.nat({ max: 5 }).map((back) => Math.max(0, back - 3)),
    { minLength: 1, maxLength: 4 },
  );

  it('behaves like some sequential order and never leaves two valid tokens', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 5, arbitrary: together }, { weight: 1, arbitrary: waiting }), {
          minLength: 3,
          maxLength: 9,
        }),
        async (script) => {
          const { refreshToken, sessionId } = await begin();
          const tokens = [refreshToken];
          let model: Model = { active: 0, grace: false, ended: false };
          for (const act of script) {
            if (act === 'wait') {
              await graceIsOver(sessionId);
              model = { ...model, grace: false };
              continue;
            }
            const asked = act.map((back) => Math.max(0, tokens.length - 1 - back));
            const answers = await Promise.all(asked.map((index) => outcomeOf(tokens, index)));
            const after = explain(
              model,
              asked,
              answers.map(([outcome]) => outcome),
            );
            expect([asked, answers, after]).toEqual([asked, answers, expect.anything()]);
            model = after as Model;
            const created = new Set(
              answers.map(([, token]) => token).filter((token) => token !== undefined && !tokens.includes(token)),
            );
            expect(created.size).toBe(tokens.length <= model.active ? 1 : 0);
            for (const token of created) tokens.push(token as string);
          }
          expect(await stateOf(sessionId)).toEqual({
            active: model.ended ? 0 : 1,
            tokens: tokens.length,
            ended: model.ended ? 'token-reuse' : null,
            alarms: model.ended ? 1 : 0,
          });
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});
