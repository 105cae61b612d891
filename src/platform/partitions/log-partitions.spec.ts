import { startApp, type TestApp } from '../../../test/harness/app.js';
import { until } from '../../../test/harness/receiver.js';

describe('log partitions', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
    await app.db.query(`
      create table calls (id uuid not null, at timestamptz not null, words text not null
        default '', primary key (id, at)) partition by range (at);
      create table calls_rest partition of calls default;
      create index calls_at_idx on calls (at);
      create table calls_2020_01 partition of calls for values from ('2020-01-01') to ('2020-02-01');
      create table calls_2020_02 partition of calls for values from ('2020-02-01') to ('2020-03-01');
      insert into calls (id, at) values (gen_random_uuid(), '2020-02-14'), (gen_random_uuid(), now()),
        (gen_random_uuid(), now() + interval '1 month'), (gen_random_uuid(), now() + interval '1 year')`);
  });
  afterAll(() => app.close());

  const month = (ahead: number): string => {
    const now = new Date();
    return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead))
      .toISOString()
      .slice(0, 7)
      .replace('-', '_');
  };
  const locations = async () =>
    (
      await app.db.query<{ partition: string }>('select tableoid::regclass::text as partition from calls order by 1')
    ).rows.map(({ partition }) => partition);

  async function run(): Promise<{ created: string[]; dropped: string[] }> {
    const { body } = await app.admin.post('/scheduled-jobs/log-partitions.make/run').send({}).expect(202);
    let result: { created: string[]; dropped: string[] } | undefined;
    await until(async () => {
      const { rows } = await app.db.query<{ status: string; result: typeof result; error: string | null }>(
        'select status, result, error from scheduled_job_runs where id = $1',
        [(body as { id: string }).id],
      );
      if (rows[0]?.error) throw new Error(rows[0].error);
      result = rows[0]?.result;
      return rows[0]?.status === 'succeeded';
    });
    return result ?? { created: [], dropped: [] };
  }

  it('are created for this month and two more for every log, with rows of the default partition', async () => {
    const { created, dropped } = await run();
    // The migrations have already created the partitions of the audit log.
    expect(created).toEqual(
      ['calls', 'security_logs', 'webhook_attempts'].flatMap((log) =>
        [0, 1, 2].map((ahead) => `${log}_${month(ahead)}`),
      ),
    );
    expect(dropped).toEqual(['calls_2020_01']);
    expect(await locations()).toEqual(['calls_2020_02', `calls_${month(0)}`, `calls_${month(1)}`, 'calls_rest']);
  });

  it('are created once', async () => {
    expect(await run()).toEqual({ created: [], dropped: [] });
  });

  it('have the indexes and foreign keys of their log', async () => {
    const { rows } = await app.db.query<{ indexes: number; keys: number }>(
      `
      select (select count(*)::int from pg_indexes where tablename = $1) as indexes, (select count(*)::int
        from pg_constraint where conrelid = $1::regclass and contype = 'f') as keys`,
      [`webhook_attempts_${month(0)}`],
    );
    expect(rows).toEqual([{ indexes: 4, keys: 2 }]);
  });
});
