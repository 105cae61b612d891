import { createApiKey, signIn, startApp, type TestApp } from '../../../../test/harness/app.js';
import { caller, type Caller } from '../../../../test/harness/caller.js';
import type { AgendaView } from './agenda.dto.js';

type Person = Caller & { userId: string };
let app: TestApp;
beforeAll(async () => void (app = await startApp()), 60_000);
afterAll(() => app.close());

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const at = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();
const task = async (who: Caller, dueAt: string | null, more: object = {}): Promise<string> =>
  (
    (
      await who
        .post('/activities')
        .send({ type: 'task', subject: 'x', dueAt, ...more })
        .expect(201)
    ).body as { id: string }
  ).id;
const agenda = async (who: Caller, query = ''): Promise<AgendaView> =>
  (await who.get(`/activities/agenda${query}`).expect(200)).body as AgendaView;
const ids = (group: AgendaView['overdue']) => group?.data.map(({ id }) => id);
/** Creates a user whose local time is about noon, so that times close to now are on the same day. */
async function atNoon(): Promise<Person> {
  const person = await app.as('sales');
  const offset = ((12 - new Date().getUTCHours() + 36) % 24) - 12;
  await app.db.query('update users set timezone = $2 where id = $1', [
    person.userId,
    offset === 0 ? 'UTC' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`,
  ]);
  return person;
}

describe('the agenda', () => {
  it('groups open activities by day in the time zone of the user', async () => {
    const me = await atNoon();
    const [late, soon, tomorrow, far] = [
      await task(me, at(-MINUTE)),
      await task(me, at(60 * MINUTE)),
      await task(me, at(DAY)),
      await task(me, at(9 * DAY)),
    ];
    await task(me, null);
    await task(me, at(-MINUTE), { status: 'completed' });
    const seen = await agenda(me);
    expect([ids(seen.overdue), ids(seen.today), ids(seen.upcoming)]).toEqual([[late], [soon], [tomorrow]]);
    expect([seen.overdue?.count, seen.today?.count, seen.upcoming?.count]).toEqual([1, 1, 1]);
    expect(seen.date).toBe(new Intl.DateTimeFormat('en-CA', { timeZone: seen.timeZone }).format(new Date()));
    expect(ids((await agenda(me, '?days=10')).upcoming)).toEqual([tomorrow, far]);
  });

  it('starts tomorrow at midnight in the time zone of the user', async () => {
    const me = await atNoon();
    const { timeZone } = await agenda(me);
    await task(me, at(20 * 60 * MINUTE));
    expect([(await agenda(me)).today?.count, (await agenda(me)).upcoming?.count]).toEqual([0, 1]);
    const sign = timeZone.includes('-') ? '+' : '-';
    await app.db.query(`update users set timezone = $2 where id = $1`, [
      me.userId,
      timeZone === 'UTC' ? 'Etc/GMT+11' : timeZone.replace(/[+-]/, sign),
    ]);
    expect((await agenda(me)).timeZone).not.toBe(timeZone);
  });

  it('contains activities of the assignee, or of the owner without an assignee', async () => {
    const [me, other] = [await atNoon(), await app.as('sales')];
    const own = await task(me, at(-MINUTE));
    await task(me, at(-2 * MINUTE), { assigneeId: other.userId });
    const input = await task(other, at(-3 * MINUTE), { assigneeId: me.userId });
    expect(ids((await agenda(me)).overdue)).toEqual([input, own]);
    expect((await agenda(other)).overdue?.count).toBe(1);
  });

  it('omits deleted activities and activities only on deleted records', async () => {
    const me = await atNoon();
    const lead = (await me.post('/leads').send({ name: 'Ada', email: 'gone@example.com' }).expect(201)).body
      .id as string;
    await task(me, at(-MINUTE), { leadId: lead });
    await me.delete(`/activities/${await task(me, at(-MINUTE))}`).expect(204);
    expect((await agenda(me)).overdue?.count).toBe(1);
    await me.delete(`/leads/${lead}`).expect(204);
    expect(await agenda(me)).toMatchObject({ overdue: { count: 0, data: [], nextCursor: null } });
  });

  it('names linked records that the user can see with include', async () => {
    const [me, other] = [await atNoon(), await app.as('sales')];
    const newLead = async (who: Caller, name: string): Promise<string> =>
      (
        await who
          .post('/leads')
          .send({ name, email: `${name}@example.com` })
          .expect(201)
      ).body.id as string;
    await task(me, at(-2 * MINUTE), { leadId: await newLead(me, 'Ada') });
    await task(other, at(-MINUTE), { leadId: await newLead(other, 'Hidden'), assigneeId: me.userId });
    expect((await agenda(me, '?include=lead&include=assignee')).overdue?.data).toMatchObject([
      { lead: { name: 'Ada' }, assignee: null },
      { lead: null, assignee: { id: me.userId } },
    ]);
    expect((await agenda(me)).overdue?.data[0]).not.toHaveProperty('lead');
    const key = await createApiKey(await signIn(app.url), ['activities:read']);
    const rejected = await caller(app.url, { 'X-API-Key': key }).get('/activities/agenda?include=lead');
    expect([rejected.status, rejected.body.code]).toEqual([403, 'permission-missing']);
  });

  it('continues a group by its cursor and rejects the cursor in other groups', async () => {
    const me = await atNoon();
    const all: string[] = [];
    for (let n = 7; n > 0; n -= 1) all.push(await task(me, at(-n * MINUTE)));
    const first = await agenda(me, '?limit=3');
    expect([first.overdue?.count, ids(first.overdue)]).toEqual([7, all.slice(0, 3)]);
    const second = await agenda(me, `?limit=3&group=overdue&cursor=${first.overdue?.nextCursor}`);
    expect([second.today, second.upcoming, ids(second.overdue)]).toEqual([null, null, all.slice(3, 6)]);
    const third = await agenda(me, `?limit=3&group=overdue&cursor=${second.overdue?.nextCursor}`);
    expect([ids(third.overdue), third.overdue?.nextCursor]).toEqual([all.slice(6), null]);
    for (const query of [`?cursor=${first.overdue?.nextCursor}`, `?group=today&cursor=${first.overdue?.nextCursor}`])
      expect((await me.get(`/activities/agenda${query}`).expect(400)).body.code).toBe('invalid-cursor');
  });

  it.each(['days=0', 'days=61', 'group=later', 'limit=101'])('rejects %s', async (query) => {
    await app.admin.get(`/activities/agenda?${query}`).expect(400);
  });
});
