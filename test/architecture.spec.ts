import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AUDIT_ACTIONS } from '../src/kernel/logs/audit-log.js';
import { startApp, type TestApp } from './harness/app.js';
import { operations } from './harness/document.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder)).flatMap((name) =>
    statSync(join(root, folder, name)).isDirectory() ? filesIn(join(folder, name)) : [join(folder, name)],
  );
const sources = filesIn('src').filter((file) => file.endsWith('.ts'));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const OWNED_TABLES = 'leads|companies|contacts|deals|activities';
const REFERENCE_VIEWS = 'lead_refs|company_refs|contact_refs|deal_refs|deal_states|deal_stage_changes';
const OWNED_READS = new RegExp(
  `\\b(?:from|join|sql\`)\\s*(?:${OWNED_TABLES}|${REFERENCE_VIEWS}) [a-z]|\\bfrom (?:${OWNED_TABLES})\\b(?! ` +
    `[a-z] )|\\b(?:em\\.find\\w*\\(|database\\.lock\\(em, )(?:Lead|Company|Contact|Deal|Activity)\\b`,
);

describe('the code base', () => {
  it.each(['forwardRef', 'process.env', '@ts-ignore', '.skip(', '.only('])('has no %s in its modules', (word) => {
    expect(sources.filter((file) => file.startsWith(join('src', 'modules')) && read(file).includes(word))).toEqual([]);
  });

  it('names no file utils, common, helpers, types, manager, base or handler', () => {
    expect(sources.filter((file) => /\b(utils?|common|helpers?|types|manager|base|handler)\b/.test(file))).toEqual([]);
  });

  it('has no source file with more than 300 lines, except for DTO classes', () => {
    expect(
      sources.filter((file) => !/\.(dto|spec|fixture)\.ts$/.test(file) && read(file).split('\n').length > 300),
    ).toEqual([]);
  });

  it('reads owned records only in files that were reviewed for visibility', () => {
    const found = sources.filter(
      (file) => file.startsWith(join('src', 'modules')) && !file.endsWith('.spec.ts') && OWNED_READS.test(read(file)),
    );
    const names = found.map((file) => file.slice(join('src', 'modules').length + 1).replaceAll('\\', '/'));
    expect(names.toSorted()).toEqual(Object.keys(REVIEWED_READS).toSorted());
  });

  it('gives every module a public API', () => {
    const modules = readdirSync(join(root, 'src/modules')).filter((name) =>
      statSync(join(root, 'src/modules', name)).isDirectory(),
    );
    expect(modules.filter((name) => !existsSync(join(root, 'src/modules', name, 'index.ts')))).toEqual([]);
  });

  it('lists every variable of the configuration in .env.example', async () => {
    const { describeConfig } = await import('../src/platform/config/index.js');
    const listed = new Set([...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name));
    expect(Object.keys(describeConfig()).filter((name) => !listed.has(name))).toEqual([]);
  });
});

describe('the schema', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  it('has an index of all rows for every foreign key, because the planner does not combine partial indexes', async () => {
    const { rows } = await app.db.query(`
      select c.conrelid::regclass as table, a.attname as column from pg_constraint c join pg_attribute a
        on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and not exists (select 1 from pg_index i where i.indrelid = c.conrelid
        and (i.indkey[0] = c.conkey[1] or c.conkey[1] = any(i.indkey) and exists (
          -- A GIN index serves each of its columns.
          select from pg_class x join pg_am m on m.oid = x.relam where x.oid = i.indexrelid and m.amname = 'gin'))
        and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = '(' || quote_ident(a.attname)
          || ' IS NOT NULL)'))`);
    expect(rows).toEqual([]);
  });

  it('creates the six roles and gives the admin every permission', async () => {
    const { rows } = await app.db.query<{ name: string; permissions: string }>(
      `select r.name, count(rp.permission_id)::int as permissions from roles r left join role_permissions rp
        on rp.role_id = r.id group by 1 order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(['admin', 'finance', 'manager', 'sales', 'support', 'viewer']);
    const total = (await app.db.query<{ n: number }>('select count(*)::int as n from permissions')).rows[0]?.n;
    expect(rows[0]?.permissions).toBe(total);
  });

  it('has no permission that nothing requires', async () => {
    const { rows } = await app.db.query<{ name: string }>(`select resource || ':' || action as name from permissions`);
    const code = sources.filter((file) => !file.endsWith('.spec.ts')).map(read);
    const isRequired = (name: string): boolean =>
      operations.some(({ permission }) => permission === name) || code.some((text) => text.includes(`'${name}'`));
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.map(({ name }) => name).filter((name) => !isRequired(name))).toEqual([]);
  });

  it('has no audit action that nothing records', () => {
    const code = sources.filter((file) => !file.endsWith('.spec.ts') && !file.endsWith('audit-log.ts')).map(read);
    const triggers = filesIn(join('migrations', 'functions')).map(read);
    const isRecorded = (action: string): boolean =>
      code.some((text) => text.includes(`action: '${action}'`)) ||
      triggers.some((text) => /write_audit|audit_change/.test(text) && text.includes(`'${action}'`));
    expect(AUDIT_ACTIONS.filter((action) => !isRecorded(action))).toEqual([]);
  });

  it('audits every table, except for those that are listed with a reason', async () => {
    const { rows } = await app.db.query<{ name: string }>(`
      select relname as name from pg_class c where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
        and not relispartition
        and not exists (select from pg_trigger t join pg_proc p on p.oid = t.tgfoid where t.tgrelid = c.oid
          and p.proname like 'audit\\_%') order by 1`);
    // External ids follow from their records.
    const tables = rows.map(({ name }) => name as string).filter((name) => !name.endsWith('_external_ids'));
    expect(tables).toEqual(Object.keys(NOT_AUDITED).toSorted());
  });

  it('writes no secret and no generated column to the audit log', async () => {
    const { rows } = await app.db.query(`
      select c.table_name || '.' || c.column_name as column from information_schema.columns c
      join (select tgrelid, string_to_array(encode(tgargs, 'escape'), '\\000') as args from pg_trigger t join pg_proc p
        on p.oid = t.tgfoid and p.proname = 'audit_change' where tgtype & 4 = 4) a
        on a.tgrelid = to_regclass(c.table_name)
      where c.table_schema = 'public' and (
        (c.data_type <> 'boolean' and c.column_name ~ '(hash|secret|password|token|sealed|recovery|cipher|encrypted)'
          and c.column_name <> all(a.args[3]::text[] || a.args[4]::text[]))
        or (c.is_generated = 'ALWAYS' and c.column_name <> all(a.args[4]::text[])))`);
    expect(rows).toEqual([]);
  });
});

/** Files that read owned records, and why they show nothing that the caller cannot see. */
const REVIEWED_READS: Record<string, string> = {
  'activities/links/activities.relations.ts': 'Relation of a record that is visible; its activities are visible too',
  'activities/factory/activity-writes.ts': 'Locks the activity, then reads it with the condition of visibility',
  'activities/ownership/activities.visibility.ts': 'Definition of the visibility of activities',
  'activities/ownership/activity-retention.ts': 'Retention and erasure apply to all records',
  'activities/agenda/agenda.queries.ts': 'Counts the own activities of the caller',
  'activities/follow-ups.ts': 'Checks for all users whether a follow-up exists',
  'activities/links/activity-links.ts': 'Derived source; readers add the condition of visibility',
  'activities/reminders/activity-reminders.ts':
    'Reminders are due for all users; events check the visibility of each reader',
  'activities/timelines/timeline-branches.ts': 'The record was read with the condition of visibility',
  'activities/timelines/timelines.queries.ts': 'Reads what the branches found',
  'companies/factory/company-factory.ts': 'Returns only whether a domain is free',
  'contacts/primary/primary-contacts.ts': 'Replaces the former primary contact, visible or not, and does not return it',
  'deals/board/as-of.ts': 'Its statements contain the condition of `visibleTo`',
  'deals/board/board-totals.ts': 'Its statements contain the condition of `visibleTo`',
  'deals/board/day-totals.ts': 'Only for callers who can see all deals',
  'deals/changes/changes.queries.ts': 'Its statements contain the condition of `visibleTo`',
  'deals/forecast/forecast.queries.ts': 'Its statements contain the condition of `visibleTo`',
  'deals/progress/deal-stages.ts': 'Reads the stage of a deal that the caller changes',
  'deals/progress/deals-in-stage.ts': 'Moves all deals of a stage for callers who can change the stage',
  'deals/progress/stage-visits.queries.ts': 'The deal was read with the condition of visibility',
  'lead-forms/lead-forms.queries.ts': 'Its statements contain the condition of `visibleTo`',
  'leads/conversion/conversion-copies.ts': 'Erasure applies to all records',
  'leads/conversion/conversion-journal.ts': 'The lead was read with the condition of visibility',
  'leads/stats/lead-stats.queries.ts': 'Its statements contain the condition of `visibleTo`',
  'leads/lead.type.ts': 'Status of the deal in the reference view, which all users see',
  'search/matching/searched-kinds.ts': 'Candidates, which the search filters by visibility',
};

/** Tables without audit log entries, and the reason. */
const NOT_AUDITED: Record<string, string> = {
  access_epoch: 'Counter of changes that are audited themselves',
  audit_logs: 'The audit log itself',
  deal_day_totals: 'Derived from deals',
  deal_stage_changes: 'Derived from deals',
  deal_states: 'Derived from deals',
  custom_field_deletions: 'Derived from the definitions',
  custom_field_values: 'Derived from the records',
  dead_jobs: 'Queue; the changes of a job are audited',
  erasure_requests: 'A log, without the name of the person',
  events: 'A log',
  idempotency_keys: 'Responses, stored for a day',
  job_groups: 'State of the queue',
  job_runs: 'Queue; the changes of a job are audited',
  jobs: 'Queue; the changes of a job are audited',
  lead_conversion_activities: 'The changed activities are audited',
  lead_conversions: 'A log',
  lead_form_fingerprints: 'Submissions of the last minutes',
  lead_form_submissions: 'A log',
  login_failures: 'Counter',
  mikro_orm_migrations: 'Part of the schema',
  notification_deliveries: 'A log',
  permissions: 'Changes only with the schema',
  rate_limits: 'Counter',
  record_counts: 'Derived from the records',
  record_merge_duplicates: 'A log',
  record_merge_moves: 'A log',
  record_merges: 'A log, without the values of purged records',
  record_moves: 'Derived from contacts, deals and activities',
  refresh_tokens: 'Part of sessions, which are audited',
  retention_runs: 'A log',
  saved_view_marks: 'Personal order of saved views',
  scheduled_job_runs: 'A log',
  security_logs: 'A log',
  user_recovery_codes: 'In the security log',
  user_tokens: 'In the security log',
  user_totp: 'A secret; the audit log of the user contains whether it exists',
  webhook_attempts: 'A log',
  webhook_deliveries: 'A log',
  webhook_messages: 'Copies of events',
};
