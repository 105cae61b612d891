import { Migration } from '@mikro-orm/migrations';

/**
 * A column of the board as of a day is read along its own order, and ends with the page: without this index every state
 * that its stage ever had was looked up and sorted for ten cards. It serves the foreign key as well.
 */
export class Migration20261121000029_board_as_of extends Migration {
  override up(): void {
    this.addSql(`
create index deal_states_stage_idx on deal_states (stage_id, valid_from, deal_id);
drop index deal_states_stage_id_idx;
`);
  }

  override down(): void {
    this.addSql(`
create index deal_states_stage_id_idx on deal_states (stage_id);
drop index deal_states_stage_idx;
`);
  }
}
