import { startApp, type TestApp } from './harness/app.js';

describe('unique names', () => {
  let app: TestApp;
  let pipeline: string;
  beforeAll(async () => {
    app = await startApp({ ROLE: 'web' });
    pipeline = (await app.admin.get('/pipelines').expect(200)).body.data[0].id as string;
  });
  afterAll(() => app.close());

  const same = ['Süd Desk', 'SÜD DESK', '  süd desk ', '\u00a0Süd Desk\u2003', 'Süd Desk'.normalize('NFD')];
  const routes: [string, () => string, object][] = [
    ['teams', () => '/teams', {}],
    ['roles', () => '/roles', {}],
    ['pipelines', () => '/pipelines', {}],
    ['stages', () => `/pipelines/${pipeline}/stages`, { probability: 10 }],
  ];

  it.each(routes)('are compared without case, outer blanks and Unicode form: %s', async (_, path, more) => {
    const answers = await Promise.all(same.map((name) => app.admin.post(path()).send({ name, ...more })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409]);
  });

  it('have an index in each table', async () => {
    const { rows } = await app.db.query<{ name: string }>(`
      select indexrelid::regclass::text as name from pg_index where indisunique
        and pg_get_indexdef(indexrelid) ~ '[( ]name[,)]' and pg_get_indexdef(indexrelid) !~ 'equal_text\\(' order by 1`);
    expect(rows.map(({ name }) => name)).toEqual(TECHNICAL);
  });
});

/** Names that programs set, not users. */
const TECHNICAL = ['scheduled_job_runs_name_slot_at_trigger_key', 'scheduled_jobs_pkey'];
