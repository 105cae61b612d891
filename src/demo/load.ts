import pg from 'pg';
import { makeActivities } from './activities.js';
import { DEMO_IDS, demoId } from './chance.js';
import { makeCompanies, makeContacts } from './customers.js';
import { makeDeals, type Pipeline, type Stage } from './deals.js';
import { makeLeads } from './leads.js';
import { makePeople, type People, type Row } from './people.js';
import { checkTotals } from './totals.js';

/** What cannot go on, said in one sentence. */
export class DemoRefused extends Error {}

export interface DemoOptions {
  readonly url: string;
  readonly passwordHash: string;
  /** Removes what an earlier run made, and nothing else, before it begins. */
  readonly reset: boolean;
  /** 1 is the whole company; less for tests. */
  readonly scale: number;
  readonly onProgress: (done: number, title: string) => void;
}

export type DemoCounts = Readonly<
  Record<'people' | 'companies' | 'contacts' | 'deals' | 'leads' | 'activities', number>
>;
type Rows = readonly Readonly<Record<string, unknown>>[];

const BATCH = 1000;
const RECORDS = ['leads', 'companies', 'contacts', 'deals', 'activities'];
/** Of the generator alone, no columns. */
const OWN = new Set(['age', 'role']);
const STAGES: readonly (readonly [name: string, probability: number, color: string, kind: Stage['kind']])[] = [
  ['Talks', 20, '#4f9cf9', 'open'],
  ['Trial', 50, '#3fb8af', 'open'],
  ['Contract', 80, '#f08a4b', 'open'],
  ['Signed', 100, '#4caf50', 'won'],
  ['Declined', 0, '#d9534f', 'lost'],
];

/** All or nothing, in one transaction, in the role that the application works in: every trigger holds, as for anybody. */
export async function loadDemo(options: DemoOptions): Promise<DemoCounts> {
  const client = new pg.Client({
    connectionString: options.url,
    application_name: 'kontor-demo',
    options: '-c TimeZone=UTC -c statement_timeout=0',
  });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(
      `select case when pg_has_role(current_user, r.oid, 'MEMBER') then set_config('role', r.rolname, true) end from pg_roles r where r.rolname = 'kontor_app'`,
    );
    const counts = await new Load(client, options).run();
    await client.query('commit');
    await client.query('reset role');
    await client.query(`analyze ${RECORDS.join(', ')}`);
    return counts;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

class Load {
  /** The beginning of today: the one thing in which two runs on different days differ. */
  private readonly anchor = new Date().setUTCHours(0, 0, 0, 0);
  private readonly total: number;
  private done = 0;

  constructor(
    private readonly client: pg.Client,
    private readonly options: DemoOptions,
  ) {
    this.total = this.sized(2000 + 6000 + 3000 + 5000 + 20_000) + this.sized(3000) * 6;
  }

  async run(): Promise<DemoCounts> {
    const { anchor } = this;
    if (this.options.reset) await this.removeEarlier();
    else await this.refuseRecords();
    const people = await this.addPeople();
    const pipelines = [await this.defaultPipeline(), await this.addPipeline()];
    const companies = makeCompanies(this.sized(2000), anchor, people.sellers);
    const contacts = makeContacts(this.sized(6000), anchor, companies);
    const { deals, changes, states } = makeDeals(this.sized(3000), anchor, contacts, companies, pipelines);
    const leads = makeLeads(this.sized(5000), anchor, people.sellers, { deals, contacts, companies });
    const activities = makeActivities(this.sized(20_000), anchor, { leads, deals, contacts, companies });
    await this.insert('companies', companies);
    await this.insert('contacts', contacts);
    await this.insert('deals', deals);
    await this.replaceHistory(changes, states);
    await this.insert('leads', leads);
    await this.client.query(
      `update deals d set lead_id = l.id from leads l where l.converted_deal_id = d.id and l.id between $1 and $2`,
      [...DEMO_IDS],
    );
    await this.insert('activities', activities);
    await checkTotals(this.client);
    this.options.onProgress(1, 'done');
    return {
      people: people.users.length,
      companies: companies.length,
      contacts: contacts.length,
      deals: deals.length,
      leads: leads.length,
      activities: activities.length,
    };
  }

  private sized(count: number): number {
    return Math.max(10, Math.round(count * this.options.scale));
  }

  private async refuseRecords(): Promise<void> {
    for (const table of RECORDS) {
      const { rowCount } = await this.client.query(`select 1 from ${table} limit 1`);
      if (rowCount)
        throw new DemoRefused(
          `There are ${table} in this database already. The demo fills empty ones; \`npm run demo -- --reset\` removes the demo's own records and makes them anew.`,
        );
    }
  }

  private async removeEarlier(): Promise<void> {
    this.options.onProgress(0, 'removing the earlier demo');
    for (const table of ['activities', 'leads', 'deals', 'contacts', 'companies', 'pipelines', 'users', 'teams'])
      await this.client.query(`delete from ${table} where id between $1 and $2`, [...DEMO_IDS]);
  }

  private async addPeople(): Promise<People> {
    const people = makePeople(this.anchor, this.options.passwordHash);
    await this.insert(
      'teams',
      people.teams.map(({ id, name }) => ({ id, name })),
    );
    await this.insert('users', people.users);
    await this.client.query(
      `update teams t set lead_id = x.lead_id from jsonb_to_recordset($1) x (id uuid, lead_id uuid) where t.id = x.id`,
      [JSON.stringify(people.teams)],
    );
    await this.client.query(
      `insert into user_roles (user_id, role_id) select x.id, r.id from jsonb_to_recordset($1) x (id uuid, role text) join roles r on r.name = x.role`,
      [JSON.stringify(people.users)],
    );
    return people;
  }

  private async defaultPipeline(): Promise<Pipeline> {
    const { rows } = await this.client.query<Stage>(
      `select s.id, s.pipeline_id, s.probability, s.kind from pipeline_stages s join pipelines p on p.id = s.pipeline_id where p.is_default and s.is_active order by s.rank`,
    );
    for (const kind of ['open', 'won', 'lost'])
      if (!rows.some((stage) => stage.kind === kind))
        throw new DemoRefused(`The default pipeline has no stage of the kind ${kind}.`);
    return rows;
  }

  private async addPipeline(): Promise<Pipeline> {
    const id = demoId('pipelines', 1);
    await this.client.query(
      `insert into pipelines (id, name, description, rank) select $1, 'Partners (demo)', 'How a partner is won', coalesce(max(rank), 0) + 1 from pipelines`,
      [id],
    );
    const stages = STAGES.map(([name, probability, color, kind], at) => ({
      id: demoId('pipeline_stages', at + 1),
      pipeline_id: id,
      name,
      rank: at + 1,
      probability,
      color,
      kind,
      rot_days: kind === 'open' ? 30 : null,
    }));
    await this.insert('pipeline_stages', stages);
    return stages;
  }

  /** The triggers know of a new deal only where it stands now: what was before is put in the place of that. */
  private async replaceHistory(changes: readonly Row[], states: Rows): Promise<void> {
    for (const table of ['deal_stage_changes', 'deal_states'])
      await this.client.query(`delete from ${table} where deal_id between $1 and $2`, [...DEMO_IDS]);
    await this.insert('deal_stage_changes', changes);
    await this.insert('deal_states', states);
    await this.client.query(
      'update deal_states s set owner_id = d.owner_id, team_id = d.team_id from deals d where d.id = s.deal_id and d.id between $1 and $2',
      [...DEMO_IDS],
    );
  }

  private async insert(table: string, rows: Rows): Promise<void> {
    const columns = Object.keys(rows[0] ?? {})
      .filter((name) => !OWN.has(name))
      .join(', ');
    for (let at = 0; at < rows.length; at += BATCH) {
      const batch = rows.slice(at, at + BATCH);
      await this.client.query(
        `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
        [JSON.stringify(batch)],
      );
      this.done += batch.length;
      this.options.onProgress(Math.min(0.99, this.done / this.total), table.replaceAll('_', ' '));
    }
  }
}
