interface Asked {
  query(text: string): Promise<{ rows: unknown[] }>;
}

const HOLDER = `coalesce(owner_id, team_id, '00000000-0000-0000-0000-000000000000')`;
const MONTH = `case when status = 'open' then coalesce(date_trunc('month', expected_close_date)::date, '9999-12-01'::date) else date_trunc('month', closed_at at time zone 'UTC')::date end`;

/** What the database keeps, and the plain count of the records that it is kept of. */
const KEPT: Readonly<Record<string, readonly [kept: string, plain: string]>> = {
  deal_stage_totals: [
    `select stage_id::text || holder_id || currency as place, sum(count) as count, sum(value) as value, sum(weighted_value) as weighted from deal_stage_totals group by 1`,
    `select stage_id::text || ${HOLDER} || currency as place, count(*) as count, sum(coalesce(value, 0)) as value, sum(coalesce(weighted_value, 0)) as weighted from deals where deleted_at is null and status <> 'abandoned' group by 1`,
  ],
  deal_forecast_totals: [
    `select pipeline_id::text || month || holder_id || status || currency as place, sum(count) as count, sum(value) as value, sum(weighted_value) as weighted from deal_forecast_totals group by 1`,
    `select pipeline_id::text || (${MONTH}) || ${HOLDER} || status || currency as place, count(*) as count, sum(coalesce(value, 0)) as value, sum(coalesce(weighted_value, 0)) as weighted from deals where deleted_at is null group by 1`,
  ],
  deal_day_totals: [
    `select pipeline_id::text || day || stage_id || status || month || currency as place, sum(count) as count, sum(value) as value, sum(weighted_value) as weighted from deal_day_totals group by 1`,
    `select pipeline_id::text || d.day || stage_id || status || (${MONTH}) || currency as place, sum(d.sign) as count, sum(d.sign * coalesce(value, 0)) as value, sum(d.sign * coalesce(weighted_value, 0)) as weighted
     from deal_states cross join lateral (values (1, (valid_from at time zone 'UTC')::date), (case when valid_to = 'infinity' then 1 else -1 end, (valid_to at time zone 'UTC')::date)) d (sign, day) where not is_deleted group by 1`,
  ],
  record_counts: [
    `select resource || place::text as place, sum(count) as count, 0 as value, 0 as weighted from record_counts group by 1`,
    `select 'companies' || (jsonb_build_object('status', status, 'size', size, 'country', country))::text as place, count(*) as count, 0 as value, 0 as weighted from companies where deleted_at is null group by 1
     union all select 'contacts' || (jsonb_build_object('status', status, 'source', source, 'country', country))::text, count(*), 0, 0 from contacts where deleted_at is null group by 1
     union all select 'deals' || (jsonb_build_object('status', status, 'priority', priority, 'pipelineId', pipeline_id, 'stageId', stage_id))::text, count(*), 0, 0 from deals where deleted_at is null group by 1
     union all select 'leads' || (jsonb_build_object('status', status, 'source', source))::text, count(*), 0, 0 from leads where deleted_at is null group by 1
     union all select 'lead-days' || (jsonb_build_object('day', (created_at at time zone 'UTC')::date))::text, count(*), 0, 0 from leads where deleted_at is null group by 1`,
  ],
  lead_counts: [
    `select owner_id::text || status || source as place, sum(count) as count, 0 as value, 0 as weighted from lead_counts group by 1`,
    `select ${HOLDER} || status || coalesce(source, '') as place, count(*) as count, 0 as value, 0 as weighted from leads where deleted_at is null group by 1`,
  ],
  lead_day_counts: [
    `select day::text || owner_id as place, sum(count) as count, 0 as value, 0 as weighted from lead_day_counts group by 1`,
    `select (created_at at time zone 'UTC')::date::text || ${HOLDER} as place, count(*) as count, 0 as value, 0 as weighted from leads where deleted_at is null group by 1`,
  ],
};

const STATES = `
  select d.id from deals d left join deal_states s on s.deal_id = d.id and s.valid_to = 'infinity'
  where (d.pipeline_id, d.stage_id, d.status, d.value, d.currency, d.probability, d.weighted_value, d.expected_close_date, d.closed_at)
    is distinct from (s.pipeline_id, s.stage_id, s.status, s.value, s.currency, s.probability, s.weighted_value, s.expected_close_date, s.closed_at)
  union all select d.id from deals d where (d.stage_id, d.stage_entered_at) is distinct from (select (c.to_stage_id, c.changed_at) from deal_stage_changes c where c.deal_id = d.id order by c.changed_at desc, c.id desc limit 1)
  union all select s.deal_id from (select *, lead(valid_from) over (partition by deal_id order by valid_from) as next from deal_states) s where s.valid_to <> coalesce(s.next, 'infinity')
  union all select s.deal_id from deal_states s join deals d on d.id = s.deal_id where (s.owner_id, s.team_id) is distinct from (d.owner_id, d.team_id)`;

/** Fails where a sum is not what its records add up to. */
export async function checkSums(client: Asked): Promise<void> {
  for (const [name, [kept, plain]] of Object.entries(KEPT)) {
    const { rows } = await client.query(
      `select place from (${kept}) k full join (${plain}) p using (place) where (coalesce(k.count, 0), coalesce(k.value, 0), coalesce(k.weighted, 0)) <> (coalesce(p.count, 0), coalesce(p.value, 0), coalesce(p.weighted, 0)) limit 3`,
    );
    if (rows.length > 0) throw new Error(`${name} do not agree with their records: ${JSON.stringify(rows)}`);
  }
}

/** Fails where it is not kept whose an activity is, or is kept of somebody whose it is not. */
export async function checkActivityOwners(client: Asked): Promise<void> {
  const [should, is] = ['activity_owners_now', 'activity_owners'].map(
    (name) => `select user_id, created_at, activity_id from ${name}`,
  );
  const { rows } = await client.query(
    `select 'missing' as what, m.* from (${should} except ${is}) m union all select 'stale', s.* from (${is} except ${should}) s limit 3`,
  );
  if (rows.length > 0) throw new Error(`activity_owners do not agree with the activities: ${JSON.stringify(rows)}`);
}

/** The same, and that the history of each deal ends where the deal stands. */
export async function checkTotals(client: Asked): Promise<void> {
  await checkSums(client);
  await checkActivityOwners(client);
  const { rows } = await client.query(`select id from (${STATES}) wrong limit 3`);
  if (rows.length > 0) throw new Error(`The history of deals does not end where they stand: ${JSON.stringify(rows)}`);
}
