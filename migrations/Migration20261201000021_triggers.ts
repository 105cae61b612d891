import { Migration } from '@mikro-orm/migrations';
import { addRecordCounts } from './functions/add-record-counts.js';
import { addRecordMoves } from './functions/add-record-moves.js';
import { clearReferences } from './functions/clear-references.js';
import { moveRecordsToTeam } from './functions/move-records-to-team.js';
import { rejectHeldRecord } from './functions/reject-held-record.js';
import { setTeamOfOwner } from './functions/set-team-of-owner.js';
import { unlinkActivities } from './functions/unlink-activities.js';
import { updateCustomFieldValues } from './functions/update-custom-field-values.js';
import { updateExternalIds } from './functions/update-external-ids.js';
import { updateMergedExternalIds } from './functions/update-merged-external-ids.js';
import { BASELINE_TABLES, countsOf } from './tables.js';
import { auditedLinks, dropFunctions, triggersOf } from './triggers.js';

/** Triggers that several tables have, by the list of `tables.ts`. */
export class Migration20261201000021_triggers extends Migration {
  override up(): void {
    this.addSql(functions.join(''));
    this.addSql(BASELINE_TABLES.map(triggersOf).join('\n'));
    this.addSql(auditedLinks('user_roles', 'audit_user_links'));
    this.addSql(auditedLinks('role_permissions', 'audit_role_links'));
    this.addSql(`
create trigger users_team after update of team_id on users for each row
  when (old.team_id is distinct from new.team_id) execute function move_records_to_team();`);
  }

  override down(): void {
    for (const { name, audit } of BASELINE_TABLES) {
      if (audit) this.addSql(`drop trigger ${name}_audit on ${name}; drop trigger ${name}_audit_update on ${name};`);
    }
    for (const table of ['user_roles', 'role_permissions']) {
      for (const kind of ['insert', 'delete', 'update_old', 'update_new']) {
        this.addSql(`drop trigger ${table}_audit_${kind} on ${table};`);
      }
    }
    this.addSql(dropFunctions(...functions));
  }
}

const functions = [
  setTeamOfOwner,
  moveRecordsToTeam,
  updateCustomFieldValues,
  updateExternalIds,
  updateMergedExternalIds,
  rejectHeldRecord,
  addRecordMoves,
  clearReferences,
  addRecordCounts(countsOf(BASELINE_TABLES)),
  unlinkActivities(),
];
