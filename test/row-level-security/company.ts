import type { TestApp } from '../harness/app.js';
import type { Caller } from '../harness/caller.js';

type Person = Caller & { userId: string };

/** Two teams, users of every access scope, and leads with and without owners, each with an activity of its owner. */
export interface Company {
  readonly people: {
    readonly seller: Person;
    readonly colleague: Person;
    readonly stranger: Person;
    readonly manager: Person;
    readonly support: Person;
  };
  /** Ids by the name of the lead. */
  readonly leads: Readonly<Record<string, string>>;
  /** Ids by subject. */
  readonly activities: Readonly<Record<string, string>>;
}

export const NAMES = ['Ada Seller', 'Bea Colleague', 'Cem Stranger', 'Dag Team', 'Eli Nobody'] as const;
/** The records that each user can see. */
export const SEEN: Record<
  keyof Company['people'],
  { readonly leads: readonly string[]; readonly activities: readonly string[] }
> = {
  seller: { leads: ['Ada Seller'], activities: ['help on Cem Stranger', 'on Ada Seller'] },
  colleague: { leads: ['Bea Colleague'], activities: ['on Bea Colleague'] },
  stranger: { leads: ['Cem Stranger'], activities: ['help on Cem Stranger', 'on Cem Stranger'] },
  manager: { leads: ['Ada Seller', 'Bea Colleague'], activities: ['on Ada Seller', 'on Bea Colleague'] },
  support: { leads: NAMES, activities: ['help on Cem Stranger', ...NAMES.map((name) => `on ${name}`)] },
};

export async function foundCompany(t: TestApp): Promise<Company> {
  const teams = (
    await t.db.query<{ id: string }>(
      `insert into teams (name) select 'Team ' || gen_random_uuid() from generate_series(1, 2) returning id`,
    )
  ).rows.map(({ id }) => id);
  const [ours, theirs] = [{ teamId: teams[0] ?? '' }, { teamId: teams[1] ?? '' }];
  const [seller, colleague, stranger, manager, support] = await Promise.all([
    t.as('sales', ours),
    t.as('sales', ours),
    t.as('sales', theirs),
    t.as('manager', ours),
    t.as('support'),
  ]);
  const owners = [seller.userId, colleague.userId, stranger.userId, null, null];
  const leads: Record<string, string> = {};
  const activities: Record<string, string> = {};
  for (const [at, name] of NAMES.entries()) {
    const email = `${name.replace(' ', '.').toLowerCase()}@wall.test`;
    const lead = (
      await t.admin
        .post('/leads')
        .send({ name, email, company: 'Wallworks', source: 'wall', ownerId: owners[at], externalIds: { wall: name } })
        .expect(201)
    ).body as { id: string };
    leads[name] = lead.id;
    activities[`on ${name}`] = (
      (
        await t.admin
          .post(`/leads/${lead.id}/activities`)
          .send({ type: 'task', subject: `on ${name}`, ownerId: owners[at] ?? support.userId })
          .expect(201)
      ).body as { id: string }
    ).id;
  }
  activities['help on Cem Stranger'] = (
    (
      await t.admin
        .post(`/leads/${leads['Cem Stranger']}/activities`)
        .send({ type: 'task', subject: 'help on Cem Stranger', ownerId: stranger.userId, assigneeId: seller.userId })
        .expect(201)
    ).body as { id: string }
  ).id;
  // Rules of leads create activities for status changes, which this suite does not check.
  await t.db.query(`delete from activities where type = 'status_change'`);
  return { people: { seller, colleague, stranger, manager, support }, leads, activities };
}

interface Named {
  readonly name: string;
}
interface Recorded {
  readonly subject: string;
}
const names = (rows: readonly Named[]): string[] => rows.map(({ name }) => name).sort();
const subjects = (rows: readonly Recorded[]): string[] => rows.map(({ subject }) => subject).sort();
const total = (facets: { facets: { values: { count: number }[] }[] }): number =>
  (facets.facets[0]?.values ?? []).reduce((sum, { count }) => sum + count, 0);

/** Returns the leads of a user from every kind of read. */
export async function leadsBy(person: Caller, { leads }: Company): Promise<Record<string, unknown>> {
  const filter = { field: 'company', op: 'eq', value: 'Wallworks' };
  const got = await Promise.all(
    Object.entries(leads).map(async ([name, id]) => ((await person.get(`/leads/${id}`)).status === 200 ? name : [])),
  );
  const timelines = await Promise.all(
    Object.entries(leads).map(async ([name, id]) =>
      (await person.get(`/leads/${id}/timeline`)).status === 200 ? name : [],
    ),
  );
  const duplicates = await Promise.all(
    NAMES.map(async (name) =>
      (
        (
          await person
            .post('/leads/duplicates')
            .send({ email: `${name.replace(' ', '.').toLowerCase()}@wall.test` })
            .expect(200)
        ).body as { data: { lead: Named }[] }
      ).data.map(({ lead }) => lead),
    ),
  );
  const listed = (await person.get('/leads?count=exact&sort=-createdAt').expect(200)).body as {
    data: Named[];
    pageInfo: { total: number };
  };
  return {
    list: names(listed.data),
    get: got.flat().sort(),
    timeline: timelines.flat().sort(),
    word: names(((await person.get('/leads?q=wallworks').expect(200)).body as { data: Named[] }).data),
    search: names(((await person.post('/leads/search').send({ filter }).expect(200)).body as { data: Named[] }).data),
    facets: total(
      (
        await person
          .post('/leads/facets')
          .send({ facets: ['source'] })
          .expect(200)
      ).body as never,
    ),
    stats: ((await person.get('/leads/stats').expect(200)).body as { total: number }).total,
    days: ((await person.get('/leads/stats').expect(200)).body as { perDay: { count: number }[] }).perDay.reduce(
      (sum, { count }) => sum + count,
      0,
    ),
    duplicates: names([...new Map(duplicates.flat().map((lead) => [lead.name, lead])).values()]),
  };
}

export const expectedLeads = (seen: readonly string[]): Record<string, unknown> => {
  const all = [...seen].sort();
  return {
    list: all,
    get: all,
    timeline: all,
    word: all,
    search: all,
    facets: all.length,
    stats: all.length,
    days: all.length,
    duplicates: all,
  };
};

/** Returns the activities of a user from every kind of read. */
export async function activitiesBy(person: Caller, { activities }: Company): Promise<Record<string, unknown>> {
  const got = await Promise.all(
    Object.entries(activities).map(async ([subject, id]) =>
      (await person.get(`/activities/${id}`)).status === 200 ? subject : [],
    ),
  );
  return {
    list: subjects(((await person.get('/activities').expect(200)).body as { data: Recorded[] }).data),
    get: got.flat().sort(),
    search: subjects(
      (
        (
          await person
            .post('/activities/search')
            .send({ filter: { field: 'type', op: 'eq', value: 'task' } })
            .expect(200)
        ).body as { data: Recorded[] }
      ).data,
    ),
    facets: total(
      (
        await person
          .post('/activities/facets')
          .send({ facets: ['status'] })
          .expect(200)
      ).body as never,
    ),
  };
}

export const expectedActivities = (seen: readonly string[]): Record<string, unknown> => {
  const all = [...seen].sort();
  return { list: all, get: all, search: all, facets: all.length };
};
