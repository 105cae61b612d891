import { Migration } from '@mikro-orm/migrations';

/**
 * What few activities have was looked for in all of them: three million were read for those in progress, until the statement's time was
 * over. Each of what lists are narrowed by most has an index in the order of the list; what most activities have nothing of has one of
 * those that do. Days have one of themselves: in the index of their order, what has none lies beyond the last of them.
 *
 * The indexes of three million activities are built in half a minute, during which nobody writes to them.
 */
export class Migration20261121000036_filters_that_few_meet extends Migration {
  override up(): void {
    this.addSql(`
create index activities_status_idx on activities (status, created_at, id) where deleted_at is null;
create index activities_priority_idx on activities (priority, created_at, id) where deleted_at is null;
create index activities_open_created_idx on activities (created_at, id) where deleted_at is null and status in ('pending', 'in_progress');
create index activities_updated_at_idx on activities (updated_at, id) where deleted_at is null;
create index activities_direction_idx on activities (direction, created_at, id) where deleted_at is null and direction is not null;
create index activities_call_result_idx on activities (call_result, created_at, id) where deleted_at is null and call_result is not null;
create index activities_follow_up_on_idx on activities (follow_up_on, id) where deleted_at is null and follow_up_on is not null;
create index activities_due_idx on activities (due_at) where deleted_at is null and due_at is not null;
create index leads_close_idx on leads (expected_close_date) where deleted_at is null and expected_close_date is not null;
create index deals_close_idx on deals (expected_close_date) where deleted_at is null and expected_close_date is not null;`);
  }

  override down(): void {
    this.addSql(
      'drop index activities_status_idx, activities_priority_idx, activities_open_created_idx, activities_updated_at_idx, activities_direction_idx, activities_call_result_idx, activities_follow_up_on_idx, activities_due_idx, leads_close_idx, deals_close_idx;',
    );
  }
}
