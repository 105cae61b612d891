import { Chance, dayWithin, daysAgo, demoId } from './chance.js';
import { tagsOf, type DemoCompany, type DemoContact } from './customers.js';
import type { Row } from './people.js';
import { LOST_REASONS, MESSAGES, PROJECTS, SOURCES, WON_REASONS } from './words.js';

export interface DemoStage {
  readonly id: string;
  readonly pipeline_id: string;
  readonly probability: number;
  readonly kind: 'open' | 'won' | 'lost';
}
/** The stages of a pipeline in order. */
export type DemoPipeline = readonly DemoStage[];

export interface DemoDeal extends Row {
  readonly company_id: string;
  readonly contact_id: string;
  readonly owner_id: string;
  readonly age: number;
  readonly value: string | null;
  readonly currency: string;
  readonly expected_close_date: string | null;
}
export interface DemoDeals {
  readonly deals: readonly DemoDeal[];
  readonly changes: readonly Row[];
  readonly states: readonly Readonly<Record<string, unknown>>[];
}

/** A stage that a deal entered some days ago. */
interface StageStay {
  readonly stage: DemoStage;
  readonly days: number;
}
interface Course {
  readonly visits: readonly StageStay[];
  readonly status: 'open' | 'won' | 'lost' | 'abandoned';
  /** Days since the deal was closed, if closed. */
  readonly closedDays: number | undefined;
}

/** Moves through the stages, sometimes one back, until the deal is closed or today is reached. */
function courseOf(chance: Chance, pipeline: DemoPipeline, days: number): Course {
  const open = pipeline.filter(({ kind }) => kind === 'open');
  const end = (kind: 'won' | 'lost'): DemoStage => pipeline.find((stage) => stage.kind === kind) as DemoStage;
  const visits: StageStay[] = [{ stage: open[0] as DemoStage, days }];
  for (let at = 0, now = days; ;) {
    now -= 2 + 28 * chance.next();
    if (now <= 0.2) return { visits, status: 'open', closedDays: undefined };
    if (chance.happens(0.13))
      return { visits: [...visits, { stage: end('lost'), days: now }], status: 'lost', closedDays: now };
    if (chance.happens(0.02)) return { visits, status: 'abandoned', closedDays: now };
    if (at === open.length - 1)
      return { visits: [...visits, { stage: end('won'), days: now }], status: 'won', closedDays: now };
    at = at > 0 && chance.happens(0.08) ? at - 1 : at + 1;
    visits.push({ stage: open[at] as DemoStage, days: now });
  }
}

const cents = (value: string | null, probability: number): string | null =>
  value === null ? null : ((Math.round(Number(value) * 100) * probability) / 10_000).toFixed(2);

function statesOf(
  deal: DemoDeal,
  { visits, status, closedDays }: Course,
  anchor: number,
): Readonly<Record<string, unknown>>[] {
  const closed = closedDays === undefined ? null : daysAgo(anchor, closedDays);
  const steps = visits.map(({ stage, days }) => ({
    stage,
    from: daysAgo(anchor, days),
    status: stage.kind as string,
    probability: stage.probability,
  }));
  const last = visits.at(-1)?.stage as DemoStage;
  if (status === 'abandoned' && closed) steps.push({ stage: last, from: closed, status, probability: 0 });
  return steps.map(({ stage, from, status: state, probability }, at) => ({
    deal_id: deal.id,
    valid_from: from,
    valid_to: steps[at + 1]?.from ?? 'infinity',
    pipeline_id: stage.pipeline_id,
    stage_id: stage.id,
    status: state,
    value: deal.value,
    currency: deal.currency,
    probability,
    weighted_value: cents(deal.value, probability),
    expected_close_date: deal.expected_close_date,
    closed_at: state === 'open' ? null : closed,
    is_deleted: false,
  }));
}

const secondsBetween = (from: string, to: string): number => Math.floor((Date.parse(to) - Date.parse(from)) / 1000);

/** A deal that is being made: its contact, company and course. */
interface DealStory {
  readonly contact: DemoContact;
  readonly company: DemoCompany;
  readonly course: Course;
}

const stageOf = ({ visits, status }: Course, anchor: number) => {
  const { stage, days } = visits.at(-1) as StageStay;
  return {
    pipeline_id: stage.pipeline_id,
    stage_id: stage.id,
    stage_entered_at: daysAgo(anchor, days),
    status,
    probability: status === 'abandoned' ? 0 : stage.probability,
  };
};
const reasonsOf = (chance: Chance, status: Course['status']) => ({
  won_reason: status === 'won' ? chance.pick(WON_REASONS) : null,
  lost_reason: status === 'lost' ? chance.pick(LOST_REASONS) : null,
});

function dealOf(chance: Chance, at: number, { contact, company, course }: DealStory, anchor: number): DemoDeal {
  const { visits, status, closedDays } = course;
  const days = visits[0]?.days ?? 0;
  const project = chance.pick(PROJECTS);
  return {
    id: demoId('deals', at + 1),
    title: `${company.name}: ${project}`,
    description: chance.pick(MESSAGES),
    value: chance.maybe(0.95, () => String(Math.round((500 + 60_000 * chance.next() ** 3) / 10) * 10)),
    currency: chance.happens(0.9) ? 'EUR' : 'USD',
    ...stageOf(course, anchor),
    company_id: company.id,
    contact_id: contact.id,
    lead_id: null,
    owner_id: company.owner_id,
    priority: chance.pick(['low', 'medium', 'medium', 'high', 'critical']),
    source: chance.pick(SOURCES),
    expected_close_date: chance.maybe(0.9, () =>
      dayWithin(anchor, closedDays === undefined ? chance.whole(-10, 120) : -closedDays),
    ),
    closed_at: closedDays === undefined ? null : daysAgo(anchor, closedDays),
    ...reasonsOf(chance, status),
    tags: tagsOf(chance),
    custom_fields: {},
    external_ids: {},
    created_at: daysAgo(anchor, days),
    updated_at: daysAgo(anchor, closedDays ?? visits.at(-1)?.days ?? 0),
    age: days,
  };
}

/** Returns the visits of a deal. `first` is the number of the first visit among all deals. */
const changesOf = (deal: DemoDeal, { visits }: Course, first: number, anchor: number): Row[] =>
  visits.map(({ stage, days }, at) => {
    const [before, changed] = [visits[at - 1], daysAgo(anchor, days)];
    return {
      id: demoId('deal_stage_changes', first + at),
      deal_id: deal.id,
      from_stage_id: before?.stage.id ?? null,
      to_stage_id: stage.id,
      changed_at: changed,
      changed_by_id: deal.owner_id,
      seconds: before ? secondsBetween(daysAgo(anchor, before.days), changed) : null,
    };
  });

/** Creates deals of contacts, younger than the contacts, with every stage visit and every deal state. */
export function createDeals(
  count: number,
  anchor: number,
  contacts: readonly DemoContact[],
  companies: readonly DemoCompany[],
  pipelines: readonly DemoPipeline[],
): DemoDeals {
  const chance = new Chance('deals');
  const ofId = new Map(companies.map((company) => [company.id, company]));
  const [deals, changes, states]: [DemoDeal[], Row[], Readonly<Record<string, unknown>>[]] = [[], [], []];
  for (let at = 0; at < count; at += 1) {
    const contact = chance.pick(contacts);
    const company = ofId.get(contact.company_id) as DemoCompany;
    const course = courseOf(chance, chance.pick(pipelines, 1.6), Math.max(0.3, contact.age * chance.next()));
    const deal = dealOf(chance, at, { contact, company, course }, anchor);
    deals.push(deal);
    states.push(...statesOf(deal, course, anchor));
    changes.push(...changesOf(deal, course, changes.length + 1, anchor));
  }
  return { deals, changes, states };
}
