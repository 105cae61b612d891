import { Migration } from '@mikro-orm/migrations';

/**
 * What has an owner is in the owner's team and in no other, also where the owner has none: a record that was kept in the
 * team before would be seen by people to whom its owner, by whom it is counted, does not belong.
 */
export class Migration20261121000016_sight extends Migration {
  override up(): void {
    this.addSql(joining('theirs'));
    this.addSql(`
update leads l set team_id = u.team_id from users u where u.id = l.owner_id and l.team_id is distinct from u.team_id;
update activities a set team_id = u.team_id from users u where u.id = a.owner_id and a.team_id is distinct from u.team_id;
`);
  }

  override down(): void {
    this.addSql(joining('coalesce(theirs, new.team_id)'));
  }
}

const joining = (team: string): string => `
create or replace function join_team_of_owner() returns trigger language plpgsql as $$
declare
  theirs uuid;
begin
  select u.team_id into theirs from users u where u.id = new.owner_id for share;
  new.team_id := ${team};
  return new;
end $$;
`;
