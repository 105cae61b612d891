interface Asked {
  query(text: string): Promise<{ rows: unknown[] }>;
}

const MONTH = `case when status = 'open' then coalesce(date_trunc('month', expected_close_date)::date,
  '9999-12-01'::date) else date_trunc('month', closed_at at time zone 'UTC')::date end`;

/** The stored totals, and the same totals calculated from the records. */
const SUMMARIES: Readonly<Record<string, readonly [stored: string, plain: string]>> = {
  deal_day_totals: [
    `select pipeline_id::text || day || stage_id || status || month || currency as place, sum(count)
      as count, sum(value) as value, sum(weighted_value) as weighted from deal_day_totals group by 1`,
    `select pipeline_id::text || d.day || stage_id || status || (${MONTH}) || currency as place, sum(d.sign)
      as count, sum(d.sign * coalesce(value, 0)) as value, sum(d.sign * coalesce(weighted_value, 0)) as weighted
     from deal_states cross join lateral (values (1, (valid_from at time zone 'UTC')::date), (case
       when valid_to = 'infinity' then 1 else -1 end, (valid_to at time zone 'UTC')::date)) d (sign, day)
       where not is_deleted group by 1`,
  ],
  record_counts: [
    `select resource || fields::text as place, sum(count) as count, 0 as value, 0 as weighted from record_counts
      group by 1`,
    `select 'companies' || (jsonb_build_object('status', status, 'size', size, 'country', country))::text
      as place, count(*) as count, 0 as value, 0 as weighted from companies where deleted_at is null group by 1
     union all select 'contacts' || (jsonb_build_object('status', status, 'source', source, 'country', country))::text,
       count(*), 0, 0 from contacts where deleted_at is null group by 1
     union all select 'deals' || (jsonb_build_object('status', status, 'priority', priority, 'pipelineId', pipeline_id,
       'stageId', stage_id))::text, count(*), 0, 0 from deals where deleted_at is null group by 1
     union all select 'leads' || (jsonb_build_object('status', status, 'source', source))::text, count(*), 0, 0
       from leads where deleted_at is null group by 1
     union all select 'lead-days' || (jsonb_build_object('day', (created_at at time zone 'UTC')::date))::text, count(*),
       0, 0 from leads where deleted_at is null group by 1`,
  ],
};

const STATES = `
  select d.id from deals d left join deal_states s on s.deal_id = d.id and s.valid_to = 'infinity'
  where (d.pipeline_id, d.stage_id, d.status, d.value, d.currency, d.probability, d.weighted_value,
    d.expected_close_date, d.closed_at)
    is distinct from (s.pipeline_id, s.stage_id, s.status, s.value, s.currency, s.probability, s.weighted_value,
      s.expected_close_date, s.closed_at)
  union all select d.id from deals d where (d.stage_id, d.stage_entered_at) is distinct
    from (select (c.to_stage_id, c.changed_at) from deal_stage_changes c where c.deal_id = d.id
    order by c.changed_at desc, c.id desc limit 1)
  union all select s.deal_id from (select *, lead(valid_from) over (partition by deal_id order by valid_from) as next
    from deal_states) s where s.valid_to <> coalesce(s.next, 'infinity')
  union all select s.deal_id from deal_states s join deals d on d.id = s.deal_id where (s.owner_id, s.team_id)
    is distinct from (d.owner_id, d.team_id)`;

/** Throws if a stored total differs from its records. */
export async function checkSums(client: Asked): Promise<void> {
  for (const [name, [stored, plain]] of Object.entries(SUMMARIES)) {
    const { rows } = await client.query(
      `select place from (${stored}) k full join (${plain}) p using (place)
        where (coalesce(k.count, 0), coalesce(k.value, 0), coalesce(k.weighted, 0)) <> (coalesce(p.count, 0),
        coalesce(p.value, 0), coalesce(p.weighted, 0)) limit 3`,
    );
    if (rows.length > 0) throw new Error(`${name} do not agree with their records: ${JSON.stringify(rows)}`);
  }
}

/** Checks the sums, and that the history of each deal ends in its current stage. */
export async function checkTotals(client: Asked): Promise<void> {
  await checkSums(client);
  const { rows } = await client.query(`select id from (${STATES}) wrong limit 3`);
  if (rows.length > 0) throw new Error(`The history of deals does not end where they stand: ${JSON.stringify(rows)}`);
}
