import { Chance, daysAgo, demoId } from './chance.js';
import { FIRST_NAMES, LAST_NAMES } from './words.js';

export type Row = Readonly<Record<string, unknown>> & { readonly id: string };

export interface Person extends Row {
  readonly team_id: string | null;
  readonly role: 'manager' | 'sales' | 'support' | 'finance';
}

export interface People {
  readonly teams: readonly Row[];
  readonly users: readonly Person[];
  /** Those who own records. */
  readonly sellers: readonly Person[];
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

/** One who leads the house, five teams with a lead each, and their members. */
export function makePeople(anchor: number, passwordHash: string): People {
  const chance = new Chance('people');
  const users: Person[] = [];
  const add = (
    role: Person['role'],
    title: string,
    department: string,
    teamId: string | null,
    managerId: string | null,
  ): Person => {
    const at = users.length;
    const [first, last] = [
      FIRST_NAMES[(at * 7) % FIRST_NAMES.length] as string,
      LAST_NAMES[(at * 11) % LAST_NAMES.length] as string,
    ];
    const since = daysAgo(anchor, YEARS - at * 5 - chance.next());
    const person: Person = {
      id: demoId('users', at + 1),
      email: `${first}.${last}@${DOMAIN}`.toLowerCase(),
      first_name: first,
      last_name: last,
      password_hash: passwordHash,
      title,
      department,
      team_id: teamId,
      manager_id: managerId,
      email_verified_at: since,
      created_at: since,
      updated_at: since,
      role,
    };
    users.push(person);
    return person;
  };
  const head = add('manager', 'Managing Director', 'Management', null, null);
  const teams = TEAMS.map(([name, role, members, department], at): Row => {
    const id = demoId('teams', at + 1);
    const lead = add(role === 'sales' ? 'manager' : role, `Head of ${name}`, department, id, head.id);
    for (let member = 1; member < members; member += 1)
      add(role, role === 'sales' ? 'Account Executive' : `${department} Agent`, department, id, lead.id);
    return { id, name: `${name} (demo)`, lead_id: lead.id };
  });
  return {
    teams,
    users,
    sellers: users.filter(
      ({ title, role }) =>
        role === 'sales' || String(title).startsWith('Head of Sales') || title === 'Head of Key Accounts',
    ),
  };
}
