import type pg from 'pg';
import {
  buildIndexes,
  CHUNK,
  COUNTS,
  dropIndexes,
  EXTERNAL_IDS,
  leads,
  list,
  moment,
  OWNERS,
  PEOPLE,
  progress,
  TEAMS,
  word,
  type Generator,
} from './data.js';

// Leads with their conversions: companies, contacts, deals with stage visits, and activities on all of them. Ids follow
// from row numbers, so that links need no lookup.

export const INDUSTRIES = [
  'software',
  'retail',
  'logistics',
  'construction',
  'health',
  'energy',
  'finance',
  'education',
  'food',
  'textiles',
  'tourism',
  'machinery',
];
const CITIES = ['Berlin', 'Hamburg', 'Wien', 'Zurich', 'Paris', 'London', 'Madrid', 'Warsaw'];
const COUNTRIES = ['DE', 'AT', 'CH', 'FR', 'GB', 'ES', 'PL'];
const TABLES = ['leads', 'activities', 'companies', 'contacts', 'deals', 'deal_stage_changes', 'deal_states'];

interface Sizes {
  readonly contacts: number;
  readonly companies: number;
  readonly deals: number;
}
export const sizesOf = (contacts: number): Sizes => ({
  contacts,
  companies: Math.ceil(contacts * 0.2),
  deals: Math.ceil(contacts * 0.5),
});

const chances = (seed: number): string =>
  Array.from({ length: 9 }, (_, at) => `pg_temp.chance(i, ${seed + at}) as c${at + 1}`).join(', ');
const owner = (chance: string): string => `1 + floor(${chance} * ${chance} * ${OWNERS})::int`;
const userId = `('00000000-0000-7000-8000-' || lpad(o::text, 12, '0'))::uuid`;
const teamId = `('00000000-0000-7000-8001-' || lpad((1 + o % ${TEAMS})::text, 12, '0'))::uuid`;
const idOf = (kind: string, rows: number, i: string): string => `pg_temp.id(${moment(rows, i)}, ${i}, '${kind}')`;
/** Some companies have hundreds of contacts, most have a few. */
const companyOf = (contact: string, { companies }: Sizes): string =>
  `(1 + floor(power(pg_temp.chance(${contact}, 201), 2) * ${companies}))::bigint`;
const contactOf = (deal: string, { contacts }: Sizes): string =>
  `(1 + floor(pg_temp.chance(${deal}, 301) * ${contacts}))::bigint`;
const pick = (words: readonly string[], chance: string): string => `pg_temp.pick(${list(words)}, ${chance})`;

const companies = (from: number, to: number, sizes: Sizes): string => `
insert into companies (id, name, domain, website, industry, size, employee_count, annual_revenue, currency, status,
  phone, email, city, country, owner_id, team_id, notes, tags, external_ids, created_at, updated_at, deleted_at)
select ${idOf('company', sizes.companies, 'i')}, house || ' ' || pg_temp.pick(w.forms, c4 * c4), lower(house) || i
  || '.example', 'https://' || lower(house) || i || '.example',
  case when c1 < 0.9 then ${pick(INDUSTRIES, 'c2 * c2')}
    end, ${pick(['solo', 'small', 'medium', 'large', 'enterprise'], 'c3 * c3')}, 1 + (c3 * c3 * 2000)::int,
  case when c5 < 0.5 then round((10000 + 9000000 * c6 * c6 * c6)::numeric, 2) end, case when c5 < 0.5 then 'EUR'
    end, ${pick(['prospect', 'prospect', 'active', 'inactive', 'churned'], 'c7')},
  '+49 40 ' || (1000000 + floor(c8 * 8999999))::int, 'office@' || lower(house) || i || '.example',
    ${pick(CITIES, 'c9 * c9')}, ${pick(COUNTRIES, 'c6 * c6')}, ${userId}, ${teamId},
  case when c4 < 0.2 then pg_temp.pick(w.sentences, c5) end, case when c5 < 0.45
    then array[pg_temp.pick(w.tags, c6 * c6)] else '{}' end, case when c1 < 0.03
    then jsonb_build_object('hubspot', 'c' || i) else '{}' end,
  at, least(now(), at + interval '30 days' * c4), case when c8 < 0.02 then least(now(), at + interval '40 days' * c4)
    end
from (select i, ${moment(sizes.companies)} as at, initcap(${word(5)} || ${word(6)} || ${word(7)})
  as house, ${owner('pg_temp.chance(i, 220)')} as o, ${chances(211)} from generate_series(${from}::bigint, ${to}) i
  cross join words w) made cross join words w`;

const contacts = (from: number, to: number, sizes: Sizes): string => `
insert into contacts (id, company_id, first_name, last_name, email, phone, mobile, title, city, country, status, source,
  lead_score, owner_id, team_id, notes, tags, external_ids, created_at, updated_at, deleted_at)
select ${idOf('contact', sizes.contacts, 'i')}, case when c1 < 0.9 then ${idOf('company', sizes.companies, 'company')}
  end, first, last,
  case when c2 < 0.9 then lower(first) || '.' || lower(last) || i || '@mail.example' end, case when c3 < 0.6
    then '+49 30 ' || (1000000 + floor(c4 * 8999999))::int end, case when c3 > 0.5
    then '+49 170 ' || (1000000 + floor(c5 * 8999999))::int end,
  case when c5 < 0.6 then pg_temp.pick(w.titles, c6 * c6)
    end, ${pick(CITIES, 'c7 * c7')}, ${pick(COUNTRIES, 'c8 * c8')},
    ${pick(['new', 'new', 'contacted', 'qualified', 'unqualified', 'customer', 'inactive'], 'c9')},
  ${pick(['website', 'website', 'referral', 'linkedin', 'cold_email', 'trade_show', 'social_media', 'other'], 'c4 * c4')}, (c6 * 100)::int, ${userId}, ${teamId},
  case when c7 < 0.2 then pg_temp.pick(w.sentences, c5) end, case when c8 < 0.3
    then array[pg_temp.pick(w.tags, c6 * c6)] else '{}' end, case when c1 < 0.03
    then jsonb_build_object('hubspot', 'p' || i) else '{}' end,
  at, least(now(), at + interval '30 days' * c4), case when c9 < 0.02 then least(now(), at + interval '40 days' * c4)
    end
from (select i, ${moment(sizes.contacts)} as at, ${companyOf('i', sizes)}
  as company, pg_temp.pick(w.firsts, pg_temp.chance(i, 231) * pg_temp.chance(i, 232))
  as first, initcap(${word(233)} || ${word(234)}) as last,
  ${owner('pg_temp.chance(i, 250)')} as o, ${chances(241)} from generate_series(${from}::bigint, ${to}) i cross
    join words w) made cross join words w`;

const PLACES = `create temp table places as select s.rank::int as rank, s.id, s.pipeline_id, s.probability
  from pipeline_stages s join pipelines p on p.id = s.pipeline_id where p.is_default`;

/** Most older deals are closed. */
const deals = (from: number, to: number, sizes: Sizes): string => `
insert into deals (id, title, value, currency, pipeline_id, stage_id, status, probability, company_id, contact_id,
  owner_id, team_id, priority, source, expected_close_date, closed_at, stage_entered_at, lost_reason, tags,
  external_ids, created_at, updated_at, deleted_at)
select ${idOf('deal', sizes.deals, 'i')}, initcap(pg_temp.pick(w.projects, c1)) || ' ' || house, case when c2 < 0.92
  then round((500 + 60000 * c3 * c3 * c3)::numeric, 2)
  end, ${pick([...Array<string>(17).fill('EUR'), 'USD', 'USD', 'GBP'], 'c4')},
  s.pipeline_id, s.id, made.status, case made.status when 'open' then s.probability when 'won' then 100 else 0
    end, ${idOf('company', sizes.companies, 'company')}, ${idOf('contact', sizes.contacts, 'contact')}, ${userId},
    ${teamId},
  ${pick(['low', 'medium', 'medium', 'high', 'critical'], 'c5')}, pg_temp.pick(w.sources, c6), case when c7 < 0.85
    then (at + interval '30 days' + interval '120 days' * c8)::date end,
  case when made.status <> 'open' then ended end, case when made.status <> 'open' then ended when s.rank = 1 then at
    else entered end, case when made.status = 'lost' then ${pick(['price', 'timing', 'competitor'], 'c1')} end,
  case when c6 < 0.3 then array[pg_temp.pick(w.tags, c5 * c5)] else '{}' end, case when c1 < 0.03
    then jsonb_build_object('hubspot', 'd' || i) else '{}' end, at, greatest(at, least(now(), ended)), case
    when c9 < 0.01 then now() - interval '1 minute' end
from (select *, case when status = 'won' then 6 when status = 'lost' then 7 else 1 + floor(c8 * c8 * 5)::int end
  as rank, ${companyOf('contact', sizes)} as company from (
  select *, case when ended >= now() or c5 > 0.93 then 'open' when c4 < 0.5 then 'won' when c4 < 0.93 then 'lost'
    else 'abandoned' end as status, ${contactOf('i', sizes)} as contact from (
    select *, date_trunc('milliseconds', at + interval '1 minute' + interval '90 days' * c2)
      as ended, date_trunc('milliseconds', at + interval '1 minute' + (now() - at) * c9) as entered from (
      select i, ${moment(sizes.deals)} as at, initcap(${word(5)} || ${word(6)} || ${word(7)})
        as house, ${owner('pg_temp.chance(i, 270)')} as o, ${chances(261)}
        from generate_series(${from}::bigint, ${to}) i cross join words w) a) b) c) made
  join places s on s.rank = made.rank cross join words w`;

/** Writes the stage visits as triggers do: first stage, second stage, current stage. */
const VISITS = `
create temp table visits as
select d.id, d.created_at as at, f.id as stage, f.probability from deals d cross join places f where f.rank = 1
union all select d.id, date_trunc('milliseconds', d.created_at + (d.stage_entered_at - d.created_at) * 0.5), f.id,
  f.probability from deals d join places s on s.id = d.stage_id cross join places f where s.rank > 2 and f.rank = 2
union all select d.id, d.stage_entered_at, d.stage_id, d.probability from deals d join places s on s.id = d.stage_id
  where s.rank > 1;
insert into deal_stage_changes (deal_id, from_stage_id, to_stage_id, changed_at, seconds)
  select id, lag(stage) over way, stage, at, floor(extract(epoch from at - lag(at) over way)) from visits window way
    as (partition by id order by at);
insert into deal_states (deal_id, valid_from, valid_to, pipeline_id, stage_id, status, value, currency, probability,
  weighted_value, expected_close_date, closed_at, is_deleted, owner_id, team_id)
  select d.id, v.at, v.until, d.pipeline_id, v.stage, case when v.until = 'infinity' then d.status else 'open'
    end, d.value, d.currency, v.probability, round(d.value * v.probability / 100, 2), d.expected_close_date,
    case when v.until = 'infinity' then d.closed_at end, d.deleted_at is not null
      and v.until = 'infinity', d.owner_id, d.team_id
  from (select *, lead(at, 1, 'infinity') over (partition by id order by at) as until from visits) v join deals d
    using (id);
drop table visits`;

/** A third on leads, a third on contacts and their companies, and a third on deals with both. */
const activities = (from: number, to: number, sizes: Sizes): string => `
insert into activities (id, type, subject, description, status, completed_at, due_at, lead_id, company_id, contact_id,
  deal_id, owner_id, assignee_id, team_id, overdue_notified_at, due_soon_notified_at, created_at, updated_at)
select pg_temp.id(at, i, 'activity'), type, case type when 'note' then 'Note' when 'call' then 'Call back' when 'email'
  then 'Answer by e-mail' when 'meeting' then 'Meeting' else 'Send the offer' end,
  case when type = 'task' then '' else pg_temp.pick(w.sentences, c3) end, case when is_open then 'pending'
    else 'completed' end, case when not is_open then least(now(), at + interval '2 days' * c4) end, due, 
  case when part = 0 then ${idOf('lead', sizes.contacts, 'j')} end, case when part > 0
    then ${idOf('company', sizes.companies, companyOf('contact', sizes))} end, case when part > 0
    then ${idOf('contact', sizes.contacts, 'contact')} end,
  case when part = 2 then ${idOf('deal', sizes.deals, 'deal')} end, ${userId}, case when type = 'task' then ${userId}
    end, ${teamId}, case when due < now() then due end, case when due < now() then due end, at, at
from (select *, type = 'task' and (due > now() or c5 < 0.1) as is_open from (
  select *, case when type = 'task' then at + interval '20 days' * c6 end as due, case when part = 2
    then ${contactOf('deal', sizes)} else j end as contact from (
    select *, date_trunc('milliseconds', base + (now() - base) * c1)
      as at, ${pick(['note', 'note', 'note', 'call', 'call', 'email', 'meeting', 'task', 'task', 'task'], 'c2')} as type
      from (
      select *, ${moment(sizes.contacts, 'j')} as base, 1 + (j - 1) % ${sizes.deals} as deal from (
        select i, i % 3 as part, 1 + (i - 1) / 3 as j, ${owner('pg_temp.chance(i, 290)')} as o, ${chances(281)}
          from generate_series(${from}::bigint, ${to}) i) a) b) c) d) made cross join words w`;

/** Writes the values that triggers maintain. */
const RETAINED = `
update leads l set team_id = u.team_id from users u where u.id = l.owner_id;
insert into company_external_ids (source, external_id, company_id) select key, value, id from companies cross join
  lateral jsonb_each_text(external_ids) where deleted_at is null;
insert into contact_external_ids (source, external_id, contact_id) select key, value, id from contacts cross join
  lateral jsonb_each_text(external_ids) where deleted_at is null;
insert into deal_external_ids (source, external_id, deal_id) select x.key, x.value, id from deals cross join
  lateral jsonb_each_text(external_ids) x where deleted_at is null;
insert into deal_day_totals (pipeline_id, day, stage_id, status, month, currency, is_compacted, count, value,
  weighted_value)
  select pipeline_id, d.day, stage_id, status, case when status = 'open'
    then coalesce(date_trunc('month', expected_close_date)::date, '9999-12-01')
    else date_trunc('month', closed_at at time zone 'UTC')::date end,
    currency, true, sum(d.sign), sum(d.sign * coalesce(value, 0)), sum(d.sign * coalesce(weighted_value, 0))
  from deal_states cross join lateral (values (1, (valid_from at time zone 'UTC')::date), (case
    when valid_to = 'infinity' then 1 else -1 end, (valid_to at time zone 'UTC')::date)) d (sign, day)
  where not is_deleted group by 1, 2, 3, 4, 5, 6;
truncate record_counts;
insert into record_counts (resource, fields, count, is_compacted)
  select 'companies', jsonb_build_object('status', status, 'size', size, 'country', country), count(*), true
    from companies where deleted_at is null group by 2
  union all select 'contacts', jsonb_build_object('status', status, 'source', source, 'country', country), count(*),
    true from contacts where deleted_at is null group by 2
  union all select 'deals', jsonb_build_object('status', status, 'priority', priority, 'pipelineId', pipeline_id,
    'stageId', stage_id), count(*), true from deals where deleted_at is null group by 2`;

async function inChunks(
  client: pg.Client,
  what: string,
  rows: number,
  statement: (from: number, to: number) => string,
): Promise<void> {
  for (let from = 1; from <= rows; from += CHUNK) {
    await client.query(statement(from, Math.min(rows, from + CHUNK - 1)));
    progress(`${Math.min(rows, from + CHUNK - 1).toLocaleString('en')} of ${rows.toLocaleString('en')} ${what}`);
  }
}

async function fill(client: pg.Client, rows: number): Promise<void> {
  const sizes = sizesOf(rows);
  // All ids derive from `now()`, which is constant in one transaction.
  await client.query('begin');
  await client.query(PEOPLE);
  await client.query(PLACES);
  const indexes = await dropIndexes(client, TABLES);
  await inChunks(client, 'leads', rows, (from, to) => leads(from, to, rows));
  await inChunks(client, 'companies', sizes.companies, (from, to) => companies(from, to, sizes));
  await inChunks(client, 'contacts', rows, (from, to) => contacts(from, to, sizes));
  await inChunks(client, 'deals', sizes.deals, (from, to) => deals(from, to, sizes));
  await inChunks(client, 'activities', rows * 3, (from, to) => activities(from, to, sizes));
  progress('history and totals');
  for (const statement of [VISITS, RETAINED, EXTERNAL_IDS, COUNTS]) await client.query(statement);
  await buildIndexes(client, indexes);
  await client.query('commit');
}

export const SALES: Generator = { version: 'sales-1', fill };
