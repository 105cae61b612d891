import { Migration } from '@mikro-orm/migrations';

/** Who signs in, and from where, is told by events: seeing that needs a permission of its own. */
export class Migration20261121000009_event_feed extends Migration {
  override up(): void {
    this.addSql(`
insert into permissions (resource, action, description) values ('users', 'read', 'See users, and who signs in from where');
insert into role_permissions (role_id, permission_id)
select r.id, p.id from roles r join permissions p on r.name = 'admin' and p.resource = 'users' and p.action = 'read';
`);
  }

  override down(): void {
    this.addSql(`delete from permissions where resource = 'users' and action = 'read';`);
  }
}
