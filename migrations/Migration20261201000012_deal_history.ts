import { Migration } from '@mikro-orm/migrations';
import { addDealStageChange } from './functions/add-deal-stage-change.js';
import { addDealState } from './functions/add-deal-state.js';
import { updateDealStatesOwner } from './functions/update-deal-states-owner.js';
import { addDealDayTotals } from './functions/add-deal-day-totals.js';
import { dropFunctions } from './triggers.js';

/** The history of deals, and the totals of boards and forecasts. */
export class Migration20261201000012_deal_history extends Migration {
  override up(): void {
    this.addSql(dealStageChanges);
    this.addSql(dealStates);
    this.addSql(dealDayTotals);
    this.addSql(functions.join(''));
    this.addSql(triggers);
  }

  override down(): void {
    this.addSql(dropFunctions(...functions));
    this.addSql(`
drop table deal_day_totals, deal_states, deal_stage_changes;
`);
  }
}

const functions = [addDealStageChange, addDealState, updateDealStatesOwner, addDealDayTotals];

const dealStageChanges = `
create table deal_stage_changes (
  id uuid primary key default gen_random_uuid(),
  deal_id uuid not null references deals on delete cascade,
  from_stage_id uuid references pipeline_stages on delete restrict,
  to_stage_id uuid not null references pipeline_stages on delete restrict,
  seconds bigint check (seconds >= 0),
  changed_by_id uuid references users on delete set null,
  changed_at timestamptz(3) not null
);
create index deal_stage_changes_changed_by_id_idx on deal_stage_changes (changed_by_id);
create index deal_stage_changes_deal_id_idx on deal_stage_changes (deal_id, changed_at, id);
create index deal_stage_changes_from_stage_id_idx on deal_stage_changes (from_stage_id, changed_at)
  where from_stage_id is not null;
create index deal_stage_changes_to_stage_id_idx on deal_stage_changes (to_stage_id, changed_at);
comment on table deal_stage_changes is 'A move of a deal into a stage. A stage that a deal entered twice has two rows.';
comment on column deal_stage_changes.from_stage_id is 'Null for the first stage.';
comment on column deal_stage_changes.seconds is 'Time in the previous stage.';
`;

const dealStates = `
create table deal_states (
  deal_id uuid not null references deals on delete cascade,
  valid_from timestamptz(3) not null,
  valid_to timestamptz(3) not null default 'infinity',
  pipeline_id uuid not null references pipelines on delete cascade,
  stage_id uuid not null references pipeline_stages on delete cascade,
  owner_id uuid,
  team_id uuid,
  status varchar(10) not null,
  value numeric(14,2),
  currency char(3) not null,
  probability smallint not null,
  weighted_value numeric(14,2),
  expected_close_date date,
  closed_at timestamptz(3),
  is_deleted boolean not null,
  primary key (deal_id, valid_from),
  constraint deal_states_valid_check check (valid_from <= valid_to)
);
create index deal_states_ended_idx on deal_states (pipeline_id, valid_to)
  include (stage_id, status, is_deleted, currency, value, weighted_value, expected_close_date, closed_at)
  where valid_to < 'infinity';
-- The indexes of owners and teams contain everything that boards and forecasts add up.
create index deal_states_owner_id_idx on deal_states (owner_id, pipeline_id, valid_to, valid_from)
  include (deal_id, stage_id, status, is_deleted, currency, value, weighted_value, expected_close_date, closed_at)
  where owner_id is not null;
create index deal_states_pipeline_id_idx on deal_states (pipeline_id, valid_from, valid_to)
  include (stage_id, status, is_deleted, currency, value, weighted_value, expected_close_date, closed_at);
-- A column of the board as of a day, in its order; serves the foreign key as well.
create index deal_states_stage_idx on deal_states (stage_id, valid_from, deal_id);
create index deal_states_team_id_idx on deal_states (team_id, pipeline_id, valid_to, valid_from)
  include (deal_id, stage_id, status, is_deleted, currency, value, weighted_value, expected_close_date, closed_at)
  where team_id is not null;
comment on table deal_states is 'The state of a deal during a period: boards and forecasts as of a day.';
comment on column deal_states.valid_to is 'End of the period; infinity for the current state.';
comment on column deal_states.owner_id is 'Current owner of the deal, so that one index range holds the history of an owner.';
comment on column deal_states.team_id is 'Current team of the deal.';
`;

const dealDayTotals = `
create table deal_day_totals (
  pipeline_id uuid not null references pipelines on delete cascade,
  day date not null,
  stage_id uuid not null references pipeline_stages on delete cascade,
  status varchar(10) not null,
  month date not null,
  currency char(3) not null,
  count bigint not null,
  value numeric(20,2) not null,
  weighted_value numeric(20,2) not null,
  is_compacted boolean not null default false
);
create index deal_day_totals_pipeline_id_idx on deal_day_totals (pipeline_id, is_compacted, day)
  include (stage_id, status, month, currency, count, value, weighted_value);
create index deal_day_totals_stage_id_idx on deal_day_totals (stage_id);
comment on table deal_day_totals is
  'Changes of the totals of a pipeline by day. Rows are only added; a job sums the rows.';
comment on column deal_day_totals.day is 'Day (UTC) on which a state began or ended; infinity for the current totals.';
comment on column deal_day_totals.month is
  'First day of the month (UTC) of the expected or actual close; 9999-12-01 without an expected day.';
comment on column deal_day_totals.is_compacted is 'Whether the compaction job wrote the row as the sum of other rows.';
`;

const triggers = `
create trigger deals_stage_changes_insert after insert on deals
  for each row execute function add_deal_stage_change();
create trigger deals_stage_changes_update after update of stage_id on deals for each row
  when (old.stage_id is distinct from new.stage_id) execute function add_deal_stage_change();
create trigger deals_states_insert after insert on deals for each row execute function add_deal_state();
create trigger deals_states_update after update on deals for each row
  when ((old.pipeline_id, old.stage_id, old.status, old.value, old.currency, old.probability,
      old.expected_close_date, old.closed_at, old.deleted_at is null)
    is distinct from (new.pipeline_id, new.stage_id, new.status, new.value, new.currency, new.probability,
      new.expected_close_date, new.closed_at, new.deleted_at is null))
  execute function add_deal_state();
create trigger deals_states_owner after update on deals for each row
  when ((old.owner_id, old.team_id) is distinct from (new.owner_id, new.team_id))
  execute function update_deal_states_owner();
create trigger deal_states_day_totals
  after insert or delete or update of valid_from, valid_to, pipeline_id, stage_id, status, value, currency,
    weighted_value, expected_close_date, closed_at, is_deleted on deal_states
  for each row execute function add_deal_day_totals();
`;
