import pg from 'pg';
import { toE164 } from '../kernel/values/phone.js';
import { createActivities } from './activities.js';
import { DEMO_IDS, demoId } from './chance.js';
import { createCompanies, createContacts } from './customers.js';
import { createDeals, type DemoPipeline, type DemoStage } from './deals.js';
import { createLeads } from './leads.js';
import { createPeople, type DemoPeople, type Row } from './people.js';
import { checkTotals } from './totals.js';

/** An error with a message for the user. */
export class DemoError extends Error {}

export interface DemoOptions {
  readonly url: string;
  readonly passwordHash: string;
  /** Removes the data of an earlier run first, and no other data. */
  readonly reset: boolean;
  /** 1 for the whole company. Tests use less. */
  readonly scale: number;
  readonly onProgress: (done: number, title: string) => void;
}

export type DemoCounts = Readonly<
  Record<'people' | 'companies' | 'contacts' | 'deals' | 'leads' | 'activities', number>
>;
type Rows = readonly Readonly<Record<string, unknown>>[];

const withPhones = (row: Rows[number]): Rows[number] =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      name === 'phone' || name === 'mobile'
        ? [
            [name, value],
            [`${name}_e164`, toE164(value as string | null, 'US')],
          ]
        : [[name, value]],
    ),
  );

const BATCH = 1000;
const RECORDS = ['leads', 'companies', 'contacts', 'deals', 'activities'];
/** Properties of the generator that are not columns. */
const OWN = new Set(['age', 'roles']);
const STAGES: readonly (readonly [name: string, probability: number, color: string, kind: DemoStage['kind']])[] = [
  ['Talks', 20, '#4f9cf9', 'open'],
  ['Trial', 50, '#3fb8af', 'open'],
  ['Contract', 80, '#f08a4b', 'open'],
  ['Signed', 100, '#4caf50', 'won'],
  ['Declined', 0, '#d9534f', 'lost'],
];

/** Loads the demo in one transaction, in the database role of the application, so that all triggers run. */
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
      `select case when pg_has_role(current_user, r.oid, 'MEMBER') then set_config('role', r.rolname, true) end
        from pg_roles r where r.rolname = 'kontor_app'`,
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
  /** The start of today: the only difference between runs on different days. */
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
    if (this.options.reset) await this.removeEarlier();
    else await this.requireEmpty();
    const people = await this.addPeople();
    const records = this.create(people, [await this.defaultPipeline(), await this.addPipeline()]);
    await this.insert('companies', records.companies);
    await this.insert('contacts', records.contacts);
    await this.insert('deals', records.deals);
    await this.replaceHistory(records.changes, records.states);
    await this.insert('leads', records.leads);
    await this.client.query(
      `update deals d set lead_id = l.id from leads l where l.converted_deal_id = d.id and l.id between $1 and $2`,
      [...DEMO_IDS],
    );
    await this.insert('activities', records.activities);
    await checkTotals(this.client);
    this.options.onProgress(1, 'done');
    return {
      people: people.users.length,
      companies: records.companies.length,
      contacts: records.contacts.length,
      deals: records.deals.length,
      leads: records.leads.length,
      activities: records.activities.length,
    };
  }

  private create({ sellers }: DemoPeople, pipelines: readonly DemoPipeline[]) {
    const { anchor } = this;
    const companies = createCompanies(this.sized(2000), anchor, sellers);
    const contacts = createContacts(this.sized(6000), anchor, companies);
    const { deals, changes, states } = createDeals(this.sized(3000), anchor, contacts, companies, pipelines);
    const leads = createLeads(this.sized(5000), anchor, sellers, { deals, contacts, companies });
    const activities = createActivities(this.sized(20_000), anchor, { leads, deals, contacts, companies });
    return { companies, contacts, deals, changes, states, leads, activities };
  }

  private sized(count: number): number {
    return Math.max(10, Math.round(count * this.options.scale));
  }

  private async requireEmpty(): Promise<void> {
    for (const table of RECORDS) {
      const { rowCount } = await this.client.query(`select 1 from ${table} limit 1`);
      if (rowCount)
        throw new DemoError(
          `This database has ${table} already, so the demo left everything as it is. To add the demo beside ` +
            `your own records, run \`npm run demo -- --reset\`: it removes and makes anew only records of the demo ` +
            `itself, never yours.`,
        );
    }
  }

  private async removeEarlier(): Promise<void> {
    this.options.onProgress(0, 'removing the earlier demo');
    for (const table of ['activities', 'leads', 'deals', 'contacts', 'companies', 'pipelines', 'users', 'teams'])
      await this.client.query(`delete from ${table} where id between $1 and $2`, [...DEMO_IDS]);
  }

  private async addPeople(): Promise<DemoPeople> {
    const people = createPeople(this.anchor, this.options.passwordHash);
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
      `insert into user_roles (user_id, role_id) select x.id, r.id from jsonb_to_recordset($1) x (id uuid, roles text[])
        join roles r on r.name = any(x.roles)`,
      [JSON.stringify(people.users)],
    );
    return people;
  }

  private async defaultPipeline(): Promise<DemoPipeline> {
    const { rows } = await this.client.query<DemoStage>(
      `select s.id, s.pipeline_id, s.probability, s.kind from pipeline_stages s join pipelines p on p.id = s.pipeline_id
        where p.is_default and s.is_active order by s.rank`,
    );
    for (const kind of ['open', 'won', 'lost'])
      if (!rows.some((stage) => stage.kind === kind))
        throw new DemoError(`The default pipeline has no stage of the kind ${kind}.`);
    return rows;
  }

  private async addPipeline(): Promise<DemoPipeline> {
    const id = demoId('pipelines', 1);
    await this.client.query(
      `insert into pipelines (id, name, description, rank)
        select $1, 'Partners (demo)', 'How a partner is won', coalesce(max(rank), 0) + 1 from pipelines`,
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

  /** Triggers record only the current stage of a new deal. Replaces these rows with the full history. */
  private async replaceHistory(changes: readonly Row[], states: Rows): Promise<void> {
    for (const table of ['deal_stage_changes', 'deal_states'])
      await this.client.query(`delete from ${table} where deal_id between $1 and $2`, [...DEMO_IDS]);
    await this.insert('deal_stage_changes', changes);
    await this.insert('deal_states', states);
    await this.client.query(
      `update deal_states s set owner_id = d.owner_id, team_id = d.team_id from deals d where d.id = s.deal_id
        and d.id between $1 and $2`,
      [...DEMO_IDS],
    );
  }

  private async insert(table: string, rows: Rows): Promise<void> {
    const columns = Object.keys(withPhones(rows[0] ?? {}))
      .filter((name) => !OWN.has(name))
      .join(', ');
    for (let at = 0; at < rows.length; at += BATCH) {
      const batch = rows.slice(at, at + BATCH);
      await this.client.query(
        `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
        [JSON.stringify(batch.map(withPhones))],
      );
      this.done += batch.length;
      this.options.onProgress(Math.min(0.99, this.done / this.total), table.replaceAll('_', ' '));
    }
  }
}
