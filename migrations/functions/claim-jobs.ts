export const claimJobs = `
-- One claim at a time, so that the limit of a group is exact. Each statement of a volatile function has a snapshot
-- of its own: a claim that waited for the lock sees the jobs that the previous claim took. The caller runs it as a
-- statement of its own, so that a process that stops in the middle blocks nobody.
create function claim_jobs(kinds varchar[], free integer[], lease_seconds integer[])
returns table (id uuid, kind varchar, ref_id uuid, group_key varchar, priority smallint, payload jsonb,
  attempts smallint, lease_token uuid, created_at timestamptz)
language plpgsql volatile as $$
#variable_conflict use_column
begin
  perform pg_advisory_xact_lock(4702111503);
  update jobs set lease_token = null, lease_until = null where lease_token is not null and lease_until < now();
  return query
  with wanted as (select * from unnest(kinds, free, lease_seconds) as w (kind, free, seconds) where free > 0),
  leased as (select group_key, count(*)::int as running from jobs where lease_token is not null group by group_key),
  -- Five failures in a row open the circuit breaker of a group: one probe runs at a time until one succeeds.
  capacity as (
    select g.group_key, g.is_ordered,
      case when g.is_ordered or g.consecutive_failures >= 5 then 1 else g.max_concurrency end
        - coalesce(l.running, 0) as capacity
    from job_groups g left join leased l using (group_key)
    where g.paused_until is null or g.paused_until <= now()),
  candidate as (
    select found.*,
      row_number() over (partition by found.group_key order by found.priority, found.run_at, found.sequence) as turn,
      capacity.capacity
    from capacity cross join (values (0::smallint), (1), (2)) as level (priority)
    cross join lateral (
      select j.id, j.kind, j.group_key, j.priority, j.run_at, j.sequence from jobs j
      where j.lease_token is null and j.group_key = capacity.group_key and j.priority = level.priority
        and j.run_at <= now() and j.kind = any(kinds)
      order by j.run_at, j.sequence limit capacity.capacity) found
    where capacity.capacity > 0 and not capacity.is_ordered
    union all
    select head.id, head.kind, head.group_key, head.priority, head.run_at, head.sequence, 1, 1
    from capacity cross join lateral (
      select j.* from jobs j where j.group_key = capacity.group_key order by j.sequence limit 1) head
    where capacity.is_ordered and head.lease_token is null and head.run_at <= now()),
  ranked as (
    select candidate.id, wanted.seconds, wanted.free,
      row_number() over (partition by candidate.kind
        order by candidate.priority, candidate.turn, candidate.run_at, candidate.sequence) as number
    from candidate join wanted on wanted.kind = candidate.kind where candidate.turn <= candidate.capacity)
  update jobs j set lease_token = gen_random_uuid(),
    lease_until = now() + make_interval(secs => ranked.seconds), attempts = j.attempts + 1
  from ranked where ranked.number <= ranked.free and j.id = ranked.id and j.lease_token is null
  returning j.id, j.kind, j.ref_id, j.group_key, j.priority, j.payload, j.attempts, j.lease_token, j.created_at;
end $$;
comment on function claim_jobs(varchar[], integer[], integer[]) is
  'Claims jobs of the given kinds for a worker, within the limits of their groups.';
`;
