import type { Table } from './tables.js';

/** All triggers of a table that several tables have. */
export const triggersOf = (table: Table): string =>
  [
    audited,
    keepsTeam,
    keepsExternalIds,
    keepsCustomFields,
    checksLegalHold,
    counted,
    linkedToActivities,
    keepsMoves,
    clearsReferences,
  ]
    .map((helper) => helper(table))
    .filter(Boolean)
    .join('\n');

/** A change is compared with the row before; an insert and a removal always count. */
export function audited({ name, audit }: Table): string {
  if (!audit) return '';
  const { resource = name.replaceAll('_', '-'), id = 'id', masks = [], skips = [] } = audit;
  const skipped = ['id', 'updated_at', 'version', ...skips].join(',');
  const call = `execute function audit_change('${resource}', '${id}', '{${masks.join(',')}}', '{${skipped}}')`;
  return `
create trigger ${name}_audit after insert or delete on ${name} for each row ${call};
create trigger ${name}_audit_update after update on ${name}
  for each row when (old.* is distinct from new.*) ${call};`;
}

/** Links of an owner, such as the roles of a user. */
export const auditedLinks = (table: string, call: string): string => `
create trigger ${table}_audit_insert after insert on ${table} referencing new table as changed
  for each statement execute function ${call}('added');
create trigger ${table}_audit_delete after delete on ${table} referencing old table as changed
  for each statement execute function ${call}('removed');
create trigger ${table}_audit_update_old after update on ${table} referencing old table as changed
  for each statement execute function ${call}('removed');
create trigger ${table}_audit_update_new after update on ${table} referencing new table as changed
  for each statement execute function ${call}('added');`;

export const appendOnly = (log: string): string => `
create trigger ${log}_append_only before update or delete on ${log}
  for each row execute function reject_log_change('${log}');
alter table ${log} enable always trigger ${log}_append_only;
create trigger ${log}_no_truncate before truncate on ${log} execute function reject_log_change('${log}');
create trigger ${log}_no_truncate before truncate on ${log}_rest execute function reject_log_change('${log}');
revoke update, delete, truncate on ${log} from public;`;

function keepsTeam({ name, keepsTeam: keeps }: Table): string {
  if (!keeps) return '';
  return `
create trigger ${name}_team before insert or update of owner_id, team_id on ${name}
  for each row when (new.owner_id is not null) execute function set_team_of_owner();`;
}

function keepsExternalIds({ name, externalIds }: Table): string {
  if (!externalIds) return '';
  const { of, isMerged } = externalIds;
  const ids = `('${of}_external_ids', '${of}_id')`;
  const inserted = `
create trigger ${name}_external_ids_insert after insert on ${name}
  for each row when (new.external_ids <> '{}') execute function update_external_ids${ids};`;
  const changed = `old.external_ids is distinct from new.external_ids
    or (old.deleted_at is null) <> (new.deleted_at is null)`;
  if (!isMerged) {
    return `${inserted}
create trigger ${name}_external_ids_update after update of external_ids, deleted_at on ${name}
  for each row when (${changed})
  execute function update_external_ids${ids};`;
  }
  return `${inserted}
create trigger ${name}_external_ids_update after update of external_ids, deleted_at, merged_into_id on ${name}
  for each row when (${changed}
    or old.merged_into_id is distinct from new.merged_into_id)
  execute function update_merged_external_ids${ids};
create trigger ${name}_external_ids_delete after delete on ${name}
  for each row when (old.merged_into_id is not null) execute function update_merged_external_ids${ids};`;
}

/** Unique values of custom fields. */
function keepsCustomFields({ name, hasCustomFields }: Table): string {
  if (!hasCustomFields) return '';
  return `
create trigger ${name}_custom_field_values_insert after insert on ${name}
  for each row when (new.custom_fields <> '{}') execute function update_custom_field_values();
create trigger ${name}_custom_field_values_update after update of custom_fields, deleted_at on ${name}
  for each row when (old.custom_fields is distinct from new.custom_fields
    or (old.custom_fields <> '{}' and (old.deleted_at is null) <> (new.deleted_at is null)))
  execute function update_custom_field_values();
create trigger ${name}_custom_field_values_delete after delete on ${name}
  for each row when (old.custom_fields <> '{}') execute function update_custom_field_values();`;
}

function checksLegalHold({ name, canBeHeld }: Table): string {
  if (!canBeHeld) return '';
  return `
create trigger ${name}_legal_hold before delete on ${name} for each row execute function reject_held_record();`;
}

function counted({ name, counts }: Table): string {
  if (!counts) return '';
  const values = (row: string): string =>
    [
      `${row}.deleted_at is null`,
      ...(name === 'leads' ? [`${row}.created_at`] : []),
      ...Object.values(counts).map((column) => `${row}.${column}`),
    ].join(', ');
  return `
create trigger ${name}_record_counts_insert after insert on ${name} referencing new table as added
  for each statement execute function add_record_counts();
create trigger ${name}_record_counts_delete after delete on ${name} referencing old table as removed
  for each statement execute function add_record_counts();
create trigger ${name}_record_counts_update after update on ${name}
  for each row when ((${values('old')})
    is distinct from (${values('new')})) execute function add_record_counts();`;
}

function linkedToActivities({ name, hasActivities }: Table): string {
  if (!hasActivities) return '';
  return `
create trigger ${name}_unlink_activities before delete on ${name}
  for each row execute function unlink_activities();`;
}

function keepsMoves({ name, moves }: Table): string {
  if (!moves) return '';
  return `
create trigger ${name}_moves after update of ${moves.join(', ')} on ${name}
  for each row when (${moves.map((column) => `old.${column} is distinct from new.${column}`).join('\n    or ')})
  execute function add_record_moves(${moves.map((column) => `'${column}'`).join(', ')});`;
}

/** Clears references in other tables to a purged record. */
function clearsReferences({ name, hasCustomFields }: Table): string {
  if (!hasCustomFields) return '';
  return `
create trigger ${name}_references after delete on ${name} for each row execute function clear_references();`;
}

/** Drops functions and the triggers that call them. The signature is that of the comment on the function. */
export const dropFunctions = (...functions: readonly string[]): string =>
  functions.map((text) => `drop function ${/comment on function (.+\))\s+is\s/.exec(text)?.[1]} cascade;`).join('\n');
