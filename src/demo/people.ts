import { Chance, daysAgo, demoId } from './chance.js';
import { FIRST_NAMES, LAST_NAMES } from './words.js';

export type Row = Readonly<Record<string, unknown>> & { readonly id: string };

export interface DemoPerson extends Row {
  readonly team_id: string | null;
  readonly roles: readonly DemoRole[];
}

/** The role `viewer` widens the access scope of a manager without a team to all records. */
type DemoRole = 'manager' | 'sales' | 'support' | 'finance' | 'viewer';

export interface DemoPeople {
  readonly teams: readonly Row[];
  readonly users: readonly DemoPerson[];
  /** Users who own records. */
  readonly sellers: readonly DemoPerson[];
}

const TEAMS = [
  ['Sales North', 'sales', 7, 'Sales'],
  ['Sales South', 'sales', 7, 'Sales'],
  ['Key Accounts', 'sales', 5, 'Sales'],
  ['Customer Care', 'support', 5, 'Service'],
  ['Finance', 'finance', 3, 'Finance'],
] as const;
export const DOMAIN = 'kontor-demo.example';
const YEARS = 900;

interface Position {
  readonly roles: readonly DemoRole[];
  readonly title: string;
  readonly department: string;
  readonly team_id: string | null;
  readonly manager_id: string | null;
}

function personOf(at: number, since: string, position: Position, passwordHash: string): DemoPerson {
  const first = FIRST_NAMES[(at * 7) % FIRST_NAMES.length] as string;
  const last = LAST_NAMES[(at * 11) % LAST_NAMES.length] as string;
  return {
    id: demoId('users', at + 1),
    email: `${first}.${last}@${DOMAIN}`.toLowerCase(),
    first_name: first,
    last_name: last,
    password_hash: passwordHash,
    ...position,
    email_verified_at: since,
    created_at: since,
    updated_at: since,
  };
}

const isSeller = ({ title, roles }: DemoPerson): boolean =>
  roles.includes('sales') || String(title).startsWith('Head of Sales') || title === 'Head of Key Accounts';

/** Creates a head of the company, five teams with a manager each, and their members. */
export function createPeople(anchor: number, passwordHash: string): DemoPeople {
  const chance = new Chance('people');
  const users: DemoPerson[] = [];
  const add = (position: Position): DemoPerson => {
    const since = daysAgo(anchor, YEARS - users.length * 5 - chance.next());
    const person = personOf(users.length, since, position, passwordHash);
    users.push(person);
    return person;
  };
  const head = add({
    roles: ['manager', 'viewer'],
    title: 'Managing Director',
    department: 'Management',
    team_id: null,
    manager_id: null,
  });
  const teams = TEAMS.map(([name, role, members, department], at): Row => {
    const id = demoId('teams', at + 1);
    const ofTeam = { department, team_id: id };
    const leadRole = role === 'sales' ? 'manager' : role;
    const lead = add({ ...ofTeam, roles: [leadRole], title: `Head of ${name}`, manager_id: head.id });
    const title = role === 'sales' ? 'Account Executive' : `${department} Agent`;
    for (let member = 1; member < members; member += 1) add({ ...ofTeam, roles: [role], title, manager_id: lead.id });
    return { id, name: `${name} (demo)`, lead_id: lead.id };
  });
  return { teams, users, sellers: users.filter(isSeller) };
}
