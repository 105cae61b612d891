import { startApp, type TestApp } from '../../../test/harness/app.js';
import { until } from '../../../test/harness/receiver.js';

describe('the partitions of logs', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
    await app.db.query(`
      create table calls (id uuid not null, at timestamptz not null, words text not null default '', primary key (id, at)) partition by range (at);
      create table calls_rest partition of calls default;
      create index calls_at_idx on calls (at);
      create table calls_2020_01 partition of calls for values from ('2020-01-01') to ('2020-02-01');
      create table calls_2020_02 partition of calls for values from ('2020-02-01') to ('2020-03-01');
      insert into calls (id, at) values (gen_random_uuid(), '2020-02-14'), (gen_random_uuid(), now()), (gen_random_uuid(), now() + interval '1 month'), (gen_random_uuid(), now() + interval '1 year')`);
  });
  afterAll(() => app.close());

  const month = (ahead: number): string => {
    const now = new Date();
    return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead))
      .toISOString()
      .slice(0, 7)
      .replace('-', '_');
  };
  const places = async () =>
    (await app.db.query<{ place: string }>('select tableoid::regclass::text as place from calls order by 1')).rows.map(
      ({ place }) => place,
    );

  async function run(): Promise<{ made: string[]; dropped: string[] }> {
    const { body } = await app.admin.post('/scheduled-jobs/log-partitions.make/run').send({}).expect(202);
    let result: { made: string[]; dropped: string[] } | undefined;
    await until(async () => {
      const { rows } = await app.db.query<{ status: string; result: typeof result; error: string | null }>(
        'select status, result, error from scheduled_job_runs where id = $1',
        [(body as { id: string }).id],
      );
      if (rows[0]?.error) throw new Error(rows[0].error);
      result = rows[0]?.result;
      return rows[0]?.status === 'succeeded';
    });
    return result ?? { made: [], dropped: [] };
  }

  it('are made for this month and two more, for every log there is, and get what came too early for them', async () => {
    const { made, dropped } = await run();
    // The months of the audit log were made with it.
    expect(made).toEqual(
      ['calls', 'security_logs', 'webhook_attempts'].flatMap((log) =>
        [0, 1, 2].map((ahead) => `${log}_${month(ahead)}`),
      ),
    );
    expect(dropped).toEqual(['calls_2020_01']);
    expect(await places()).toEqual(['calls_2020_02', `calls_${month(0)}`, `calls_${month(1)}`, 'calls_rest']);
  });

  it('are made once', async () => {
    expect(await run()).toEqual({ made: [], dropped: [] });
  });

  it('have the indexes and the foreign keys of their log', async () => {
    const { rows } = await app.db.query<{ indexes: number; keys: number }>(
      `
      select (select count(*)::int from pg_indexes where tablename = $1) as indexes, (select count(*)::int from pg_constraint where conrelid = $1::regclass and contype = 'f') as keys`,
      [`webhook_attempts_${month(0)}`],
    );
    expect(rows).toEqual([{ indexes: 4, keys: 2 }]);
  });
});
