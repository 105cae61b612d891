import { startApp, type TestApp } from '../../../test/harness/app.js';
import { nodesOf, rowsOf } from '../../../test/harness/plans.js';
import { HistoryQueries } from '../../platform/audit/index.js';
import { AuditLogsQueries } from './logs/audit-logs.queries.js';
import { SecurityLogsQueries } from './security/security-logs.queries.js';

let app: TestApp;
let ids: { id: string; resource_id: string; user_id: string; api_key_id: string; request_id: string };
/** 100,000 entries of ten weeks, in month partitions and in the default partition: 1,000 records, 20 users, 5 keys. */
const DATA = `
select create_log_partition(log, (now() - interval '1 month')::date)
  from unnest(array['audit_logs', 'security_logs']) log;
insert into audit_logs (action, resource_type, resource_id, actor_kind, user_id, api_key_id, request_id, changes,
  created_at)
  select case when n % 500 = 0 then 'export' else 'update' end, case when n % 100 = 0 then 'settings' else 'leads'
    end, md5((n % 1000)::text)::uuid::text, 'session', md5('u' || n % 20)::uuid, case when n % 4 = 0
    then md5('k' || n % 5)::uuid end, 'r' || n, '{"notes": {"from": null, "to": "x"}}', now() - n * interval '1 minute'
  from generate_series(1, 100000) n;
insert into security_logs (event_type, severity, user_id, user_email, description, ip_address, created_at)
  select case when n % 1000 = 0 then 'totp_disabled' else 'login_success' end, case when n % 5000 = 0 then 'critical'
    else 'info' end, md5('u' || n % 20)::uuid, 'u' || n % 20 || '@example.com', 'x', '10.0.0.1'::inet + n % 200, now()
    - n * interval '1 minute'
  from generate_series(1, 100000) n;
analyze audit_logs; analyze security_logs`;

beforeAll(async () => {
  app = await startApp({ ROLE: 'web' });
  await app.db.query(DATA);
  ids = (
    await app.db.query<typeof ids>(
      `select id, resource_id, user_id, api_key_id, request_id from audit_logs where api_key_id is not null
        and request_id = 'r50000'`,
    )
  ).rows[0] as typeof ids;
}, 120_000);
afterAll(() => app.close());

async function inspect(read: () => Promise<unknown>): Promise<{ seq: string[]; met: number; tables: string[] }> {
  const nodes = (await nodesOf(app, '_logs', read, { options: 'analyze' })).filter((node) => node['Relation Name']);
  return {
    seq: nodes
      .filter((node) => node['Node Type'] === 'Seq Scan' && rowsOf(node) > 0)
      .map((node) => node['Relation Name'] ?? ''),
    met: nodes.reduce((sum, node) => sum + rowsOf(node), 0),
    tables: [...new Set(nodes.map((node) => node['Relation Name'] ?? ''))],
  };
}

const audit = () => app.app.get(AuditLogsQueries, { strict: false });
const security = () => app.app.get(SecurityLogsQueries, { strict: false });

describe('100,000 entries', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['newest', () => audit().list({})],
    ['oldest', () => audit().list({ sort: ['createdAt'] })],
    ['of a rare action', () => audit().list({ action: ['export'] })],
    ['of a record type', () => audit().list({ resourceType: ['settings'] })],
    ['of one record', () => audit().list({ resourceId: [ids.resource_id], resourceType: ['leads'] })],
    ['of one user', () => audit().list({ userId: [ids.user_id] })],
    ['of one key', () => audit().list({ apiKeyId: [ids.api_key_id] })],
    ['of one request', () => audit().list({ requestId: [ids.request_id] })],
    ['one', () => audit().get(ids.id)],
    ['as history', () => app.app.get(HistoryQueries, { strict: false }).list('leads', ids.resource_id, {})],
    ['of security', () => security().list({})],
    ['of a rare event', () => security().list({ event: ['totp_disabled'] })],
    ['of severity critical', () => security().list({ severity: ['critical'] })],
    ['from one address', () => security().list({ ipAddress: ['10.0.0.7'] })],
    ['of one e-mail address', () => security().list({ userEmail: ['u7@example.com'] })],
  ])('are read %s without a scan of the log', async (_, read) => {
    const { seq, met } = await inspect(read);
    expect(seq).toEqual([]);
    expect(met).toBeLessThan(600);
  });

  it('of a period are read only from their months', async () => {
    const from = new Date();
    const { tables } = await inspect(() =>
      audit().list({ createdAt: { gte: new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth())).toISOString() } }),
    );
    const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() - 1))
      .toISOString()
      .slice(0, 7)
      .replace('-', '_');
    expect(tables).not.toContain(`audit_logs_${last}`);
  });
});
