import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startApp, type TestApp } from './harness/app.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder)).flatMap((name) =>
    statSync(join(root, folder, name)).isDirectory() ? filesIn(join(folder, name)) : [join(folder, name)],
  );
const sources = filesIn('src').filter((file) => file.endsWith('.ts'));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const OWNED_TABLES = 'leads|companies|contacts|deals|activities';
const CARDS = 'lead_cards|company_cards|contact_cards|deal_cards|deal_states|deal_stage_changes';
const OWNED_READS = new RegExp(
  `\\b(?:from|join|sql\`)\\s*(?:${OWNED_TABLES}|${CARDS}) [a-z]|\\bfrom (?:${OWNED_TABLES})\\b(?! [a-z] )|\\bem\\.find\\w*\\((?:Lead|Company|Contact|Deal|Activity)\\b`,
  'g',
);

describe('the house', () => {
  it.each(['forwardRef', 'process.env', '@ts-ignore', '.skip(', '.only('])('does without %s in its modules', (word) => {
    expect(sources.filter((file) => file.startsWith(join('src', 'modules')) && read(file).includes(word))).toEqual([]);
  });

  it('names no file utils, common, helpers, types, manager, base or handler', () => {
    expect(sources.filter((file) => /\b(utils?|common|helpers?|types|manager|base|handler)\b/.test(file))).toEqual([]);
  });

  it('has no source file beyond 250 lines but the shapes, which are mostly words', () => {
    expect(sources.filter((file) => !/\.(dto|spec)\.ts$/.test(file) && read(file).split('\n').length > 250)).toEqual(
      [],
    );
  });

  // Each has been looked at: a new read of what belongs to people passes `visibleTo`, or says here why it need not.
  it('reads no record that belongs to somebody without asking who may see it', () => {
    const reviewed: Record<string, readonly [reads: number, why: string]> = {
      'leads/leads.queries.ts': [1, 'the source, whose reads in platform/records pass visibleTo'],
      'leads/lead-duplicates.queries.ts': [4, 'the candidates and their rating pass visibleTo'],
      'leads/leads.sight.ts': [1, 'the definition of sight itself'],
      'search/searched-kinds.ts': [1, 'the candidates, of which those are shown that `seesActivity` lets through'],
      'leads/leads.fields.ts': [1, 'the state of the deal that a lead became, of the card that shows it to everybody'],
      'leads/conversion/conversion-journal.ts': [1, 'only once the lead has been read through visibleTo'],
      'leads/lead-retention.ts': [3, 'removes what is over or must be erased, for nobody in particular'],
      'companies/companies.queries.ts': [1, 'the source, whose reads in platform/records pass visibleTo'],
      'companies/custody/companies.sight.ts': [1, 'the definition of sight itself'],
      'companies/drafts/company-drafts.ts': [1, 'only whether the domain of a website is free'],
      'contacts/contacts.queries.ts': [
        2,
        'the source, whose reads in platform/records pass visibleTo; the company that comes along does too',
      ],
      'contacts/custody/contact-retention.ts': [4, 'removes what is over or must be erased, for nobody in particular'],
      'contacts/custody/contacts.sight.ts': [1, 'the definition of sight itself'],
      'contacts/primary/primary-contacts.ts': [
        2,
        'the former primary contact makes way, also where it is out of sight; the answer tells nothing of it',
      ],
      'deals/deals.queries.ts': [
        3,
        'the source, whose reads in platform/records pass visibleTo; so do the company and the contact that come along',
      ],
      'deals/deals.sight.ts': [1, 'the definition of sight itself'],
      'deals/board/as-of.ts': [3, 'passes visibleTo'],
      'deals/board/board-totals.ts': [
        2,
        'passes visibleTo, but for who stands first in all, asked for those alone who see all',
      ],
      'deals/board/day-totals.ts': [1, 'asked for those alone who see all'],
      'deals/changes/changes.queries.ts': [3, 'passes visibleTo'],
      'deals/forecast/forecast.queries.ts': [1, 'passes visibleTo'],
      'deals/progress/deal-stages.ts': [1, 'of a deal that is changed already'],
      'deals/progress/stage-occupancy.ts': [4, 'follows what is done with a stage, for those who may do it'],
      'deals/progress/stage-visits.queries.ts': [1, 'only once the deal has been read through visibleTo'],
      'activities/activities.relations.ts': [
        1,
        'asked only from a record that is in sight, and who sees that sees what is on it',
      ],
      'activities/activities.service.ts': [1, 'locked first, then read again through sees before anything is changed'],
      'activities/activities.sight.ts': [3, 'the definition of sight itself'],
      'activities/activity-owners.ts': [1, 'passes sees'],
      'activities/activity-retention.ts': [7, 'removes what is over or must be erased, for nobody in particular'],
      'activities/agenda/agenda.queries.ts': [1, "counts what one is to do, which is one's own"],
      'activities/follow-ups.ts': [1, 'whether there is a next task, whoever sees it: it is made once'],
      'activities/links/activity-links.ts': [
        1,
        'where activities and the cards of their records come from; who reads passes sees',
      ],
      'activities/reminders/activity-reminders.ts': [
        1,
        'tells of all, for nobody in particular; events pass the sight of whoever reads them',
      ],
      'activities/timelines/timeline-branches.ts': [2, 'only once the record has been read through visibleTo'],
      'activities/timelines/timelines.queries.ts': [2, 'what the branches found'],
      'lead-forms/lead-forms.queries.ts': [1, 'passes visibleTo'],
    };
    const found = sources
      .filter((file) => file.startsWith(join('src', 'modules')) && !file.endsWith('.spec.ts'))
      .flatMap((file) => {
        const reads = [...read(file).matchAll(OWNED_READS)].length;
        return reads > 0 ? [[file.slice(join('src', 'modules').length + 1).replaceAll('\\', '/'), reads] as const] : [];
      });
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.entries(reviewed).map(([file, [reads]]) => [file, reads])),
    );
  });

  it('gives every module a front door', () => {
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

  it('has an index of all rows for every foreign key: of one of the living and one of the deleted the planner takes neither', async () => {
    const { rows } = await app.db.query(`
      select c.conrelid::regclass as table, a.attname as column from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and not exists (select 1 from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1]
        and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = '(' || quote_ident(a.attname) || ' IS NOT NULL)'))`);
    expect(rows).toEqual([]);
  });

  it('seeds the six roles and gives the admin everything', async () => {
    const { rows } = await app.db.query<{ name: string; permissions: string }>(
      `select r.name, count(rp.permission_id)::int as permissions from roles r left join role_permissions rp on rp.role_id = r.id group by 1 order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(['admin', 'finance', 'manager', 'sales', 'support', 'viewer']);
    const total = (await app.db.query<{ n: number }>('select count(*)::int as n from permissions')).rows[0]?.n;
    expect(rows[0]?.permissions).toBe(total);
  });

  it('puts every change on record, or says why not', async () => {
    const { rows } = await app.db.query<{ name: string }>(`
      select relname as name from pg_class c where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not relispartition
        and not exists (select from pg_trigger t join pg_proc p on p.oid = t.tgfoid where t.tgrelid = c.oid and p.proname like 'audit\\_%') order by 1`);
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(NOT_AUDITED).toSorted());
  });

  it('shows no secret on record, and tells of no column that follows from others', async () => {
    const { rows } = await app.db.query(`
      select c.table_name || '.' || c.column_name as column from information_schema.columns c
      join (select tgrelid, string_to_array(encode(tgargs, 'escape'), '\\000') as args from pg_trigger t join pg_proc p on p.oid = t.tgfoid and p.proname = 'audit_change' where tgtype & 4 = 4) a on a.tgrelid = to_regclass(c.table_name)
      where c.table_schema = 'public' and (
        (c.data_type <> 'boolean' and c.column_name ~ '(hash|secret|password|token|sealed|recovery|cipher|encrypted)' and c.column_name <> all(a.args[3]::text[] || a.args[4]::text[]))
        or (c.is_generated = 'ALWAYS' and c.column_name <> all(a.args[4]::text[])))`);
    expect(rows).toEqual([]);
  });
});

/** Tables whose changes leave no row in the audit log, and why. */
const NOT_AUDITED: Record<string, string> = {
  access_epoch: 'a counter that moves with changes that are on record',
  activity_owners: 'follows from activities and their records',
  audit_logs: 'the record itself',
  company_external_ids: 'follows from companies',
  contact_external_ids: 'follows from contacts',
  deal_external_ids: 'follows from deals',
  deal_day_totals: 'follows from deals',
  deal_forecast_totals: 'follows from deals',
  deal_month_totals: 'follows from deals',
  deal_stage_changes: 'follows from deals',
  deal_stage_totals: 'follows from deals',
  deal_states: 'follows from deals',
  custom_field_values: 'follows from the records',
  dead_jobs: 'work, not data: what it did is on record',
  erasure_requests: 'a log of its own, that forgets whom it was about',
  events: 'what happened, kept as such',
  idempotency_keys: 'answers kept for a day',
  job_groups: 'how work fares',
  job_runs: 'work, not data: what it did is on record',
  jobs: 'work, not data: what it did is on record',
  lead_conversion_activities: 'what was changed is on record with the activities',
  lead_conversions: 'a log of its own',
  lead_counts: 'follows from leads',
  lead_day_counts: 'follows from leads',
  lead_external_ids: 'follows from leads',
  lead_form_fingerprints: 'what was accepted in the last minutes',
  lead_form_submissions: 'a log of its own',
  login_failures: 'counts of tries',
  mikro_orm_migrations: 'belongs to the schema',
  notification_deliveries: 'a log of its own',
  permissions: 'changes with the schema alone',
  rate_limits: 'counts of requests',
  record_counts: 'follows from the records',
  record_merge_losers: 'a log of its own',
  record_merge_moves: 'a log of its own',
  record_merges: 'a log of its own, that forgets what was removed',
  refresh_tokens: 'belong to sessions, whose beginning and end are on record',
  retention_runs: 'a log of its own',
  saved_view_marks: 'how each person arranges the views that they see',
  scheduled_job_runs: 'a log of its own',
  search_word_places: 'how far a job has come',
  search_words: 'follows from the records',
  security_logs: 'a log of its own',
  user_recovery_codes: 'that they were made and used is in the security log',
  user_tokens: 'what they are sent and used for is in the security log',
  user_totp: 'a secret; that there is one is on record with the user',
  webhook_attempts: 'a log of its own',
  webhook_deliveries: 'a log of its own',
  webhook_messages: 'copies of events',
};
