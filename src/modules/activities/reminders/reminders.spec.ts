import { startApp, type TestApp } from '../../../../test/harness/app.js';
import { ScheduledJobs } from '../../../platform/schedule/index.js';

let app: TestApp;
beforeAll(async () => void (app = await startApp()), 60_000);
afterAll(() => app.close());

const MINUTE = 60_000;
const at = (minutes: number): string => new Date(Date.now() + minutes * MINUTE).toISOString();
const task = async (dueAt: string | null, more: object = {}): Promise<string> =>
  (
    (
      await app.admin
        .post('/activities')
        .send({ type: 'task', subject: 'x', dueAt, ...more })
        .expect(201)
    ).body as { id: string }
  ).id;
const remind = () =>
  app.app
    .get(ScheduledJobs, { strict: false })
    .find('activities.remind')
    ?.run({ slotAt: new Date(), signal: new AbortController().signal }) as Promise<{
    dueSoon: number;
    overdue: number;
  }>;
const reportedOf = async (id: string) =>
  (
    await app.db.query<{ type: string }>(
      `select type from events where resource_id = $1 and type in ('activity.due_soon', 'activity.overdue')
        order by sequence`,
      [id],
    )
  ).rows.map(({ type }) => type.slice('activity.'.length));

describe('reminders', () => {
  it('record one event before the due time and one when the activity is overdue', async () => {
    const [soon, later, late] = [await task(at(30)), await task(at(90)), await task(at(-5))];
    await remind();
    await remind();
    expect([await reportedOf(soon), await reportedOf(later), await reportedOf(late)]).toEqual([
      ['due_soon'],
      [],
      ['overdue'],
    ]);
    const { rows } = await app.db.query<{ payload: object }>(
      `select payload from events where resource_id = $1 and type = 'activity.overdue'`,
      [late],
    );
    expect(rows[0]?.payload).toEqual({
      object: (await app.admin.get(`/activities/${late}`).expect(200)).body,
      previous: {},
      changedFields: [],
    });
  });

  it('change neither version, history nor audit log', async () => {
    const id = await task(at(-5));
    await remind();
    expect((await app.admin.get(`/activities/${id}`).expect(200)).body.version).toBe(1);
    expect((await app.admin.get(`/activities/${id}/history`).expect(200)).body.data).toHaveLength(1);
  });

  it('are sent again after a change of the due time', async () => {
    const id = await task(at(30));
    await remind();
    await app.admin.patch(`/activities/${id}`).send({ subject: 'Another word' }).expect(200);
    await remind();
    expect(await reportedOf(id)).toEqual(['due_soon']);
    await app.admin
      .patch(`/activities/${id}`)
      .send({ dueAt: at(40) })
      .expect(200);
    await remind();
    await app.admin
      .patch(`/activities/${id}`)
      .send({ dueAt: at(-1) })
      .expect(200);
    await remind();
    expect(await reportedOf(id)).toEqual(['due_soon', 'due_soon', 'overdue']);
  });

  it('use the reminder time of the activity', async () => {
    const [early, never, now] = [
      await task(at(3 * 60), { reminderMinutes: 24 * 60 }),
      await task(at(10), { reminderMinutes: null }),
      await task(at(10), { reminderMinutes: 5 }),
    ];
    await remind();
    expect([await reportedOf(early), await reportedOf(never), await reportedOf(now)]).toEqual([['due_soon'], [], []]);
    await app.admin.post('/activities').send({ type: 'task', subject: 'x', reminderMinutes: -1 }).expect(422);
  });

  it('ignore completed, cancelled and deleted activities and activities only on deleted records', async () => {
    const lead = (await app.admin.post('/leads').send({ name: 'Ada', email: 'reminded@example.com' }).expect(201)).body
      .id as string;
    const [done, cancelled, deleted, hidden] = [
      await task(at(-5)),
      await task(at(-5)),
      await task(at(-5)),
      await task(at(-5), { leadId: lead }),
    ];
    await app.admin.post(`/activities/${done}/complete`).send({}).expect(200);
    await app.admin.post(`/activities/${cancelled}/cancel`).expect(200);
    await app.admin.delete(`/activities/${deleted}`).expect(204);
    await app.admin.delete(`/leads/${lead}`).expect(204);
    await remind();
    for (const id of [done, cancelled, deleted, hidden]) expect(await reportedOf(id)).toEqual([]);
  });

  it('are sent once by concurrent processes, for any number of activities', async () => {
    await app.db.query(
      `insert into activities (type, subject, owner_id, due_at) select 'task', 'Many', (select id from users
        limit 1), now() - n * interval '1 second' from generate_series(1, 1200) n`,
    );
    const runs = await Promise.all([remind(), remind(), remind()]);
    expect(runs.reduce((sum, { overdue }) => sum + overdue, 0)).toBe(1200);
    expect(
      (
        await app.db.query(
          `select resource_id from events where type = 'activity.overdue' group by 1 having count(*) > 1`,
        )
      ).rows,
    ).toEqual([]);
    expect(await remind()).toEqual({ dueSoon: 0, overdue: 0 });
  }, 30_000);

  it('are sent at the next run after a failure', async () => {
    const id = await task(at(-5));
    await app.db.query(
      `create function refuse_overdue() returns trigger language plpgsql as $$ begin raise exception 'no';
        end $$; create trigger events_refuse before insert on events for each row when (new.type = 'activity.overdue')
        execute function refuse_overdue()`,
    );
    await expect(remind()).rejects.toThrow();
    expect((await app.db.query('select overdue_notified_at from activities where id = $1', [id])).rows).toEqual([
      { overdue_notified_at: null },
    ]);
    await app.db.query('drop trigger events_refuse on events; drop function refuse_overdue()');
    await remind();
    expect(await reportedOf(id)).toEqual(['overdue']);
  });
});
