import { Chance, dayIn, daysAgo, demoId } from './chance.js';
import { tagsOf, type Company, type Contact } from './customers.js';
import type { Row } from './people.js';
import { LOST_REASONS, MESSAGES, PROJECTS, SOURCES, WON_REASONS } from './words.js';

export interface Stage {
  readonly id: string;
  readonly pipeline_id: string;
  readonly probability: number;
  readonly kind: 'open' | 'won' | 'lost';
}
/** The stages of a pipeline in their order. */
export type Pipeline = readonly Stage[];

export interface Deal extends Row {
  readonly company_id: string;
  readonly contact_id: string;
  readonly owner_id: string;
  readonly age: number;
  readonly value: string | null;
  readonly currency: string;
  readonly expected_close_date: string | null;
}
export interface Deals {
  readonly deals: readonly Deal[];
  readonly changes: readonly Row[];
  readonly states: readonly Readonly<Record<string, unknown>>[];
}

/** A stage that was entered, so many days ago. */
interface Visit {
  readonly stage: Stage;
  readonly days: number;
}
interface Course {
  readonly visits: readonly Visit[];
  readonly status: 'open' | 'won' | 'lost' | 'abandoned';
  /** When it was decided, if it was. */
  readonly closedDays: number | undefined;
}

/** From stage to stage, now and then one back, until it is decided or today has come. */
function courseOf(chance: Chance, pipeline: Pipeline, days: number): Course {
  const open = pipeline.filter(({ kind }) => kind === 'open');
  const end = (kind: 'won' | 'lost'): Stage => pipeline.find((stage) => stage.kind === kind) as Stage;
  const visits: Visit[] = [{ stage: open[0] as Stage, days }];
  for (let at = 0, now = days; ;) {
    now -= 2 + 28 * chance.next();
    if (now <= 0.2) return { visits, status: 'open', closedDays: undefined };
    if (chance.happens(0.13))
      return { visits: [...visits, { stage: end('lost'), days: now }], status: 'lost', closedDays: now };
    if (chance.happens(0.02)) return { visits, status: 'abandoned', closedDays: now };
    if (at === open.length - 1)
      return { visits: [...visits, { stage: end('won'), days: now }], status: 'won', closedDays: now };
    at = at > 0 && chance.happens(0.08) ? at - 1 : at + 1;
    visits.push({ stage: open[at] as Stage, days: now });
  }
}

const cents = (value: string | null, probability: number): string | null =>
  value === null ? null : ((Math.round(Number(value) * 100) * probability) / 10_000).toFixed(2);

function statesOf(
  deal: Deal,
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
  const last = visits.at(-1)?.stage as Stage;
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

function dealOf(chance: Chance, at: number, contact: Contact, company: Company, course: Course, anchor: number): Deal {
  const { visits, status, closedDays } = course;
  const days = visits[0]?.days ?? 0;
  const last = visits.at(-1) as Visit;
  const project = chance.pick(PROJECTS);
  return {
    id: demoId('deals', at + 1),
    title: `${company.name}: ${project}`,
    description: chance.pick(MESSAGES),
    value: chance.maybe(0.95, () => String(Math.round((500 + 60_000 * chance.next() ** 3) / 10) * 10)),
    currency: chance.happens(0.9) ? 'EUR' : 'USD',
    pipeline_id: last.stage.pipeline_id,
    stage_id: last.stage.id,
    status,
    probability: status === 'abandoned' ? 0 : last.stage.probability,
    company_id: company.id,
    contact_id: contact.id,
    lead_id: null,
    owner_id: company.owner_id,
    priority: chance.pick(['low', 'medium', 'medium', 'high', 'critical']),
    source: chance.pick(SOURCES),
    expected_close_date: chance.maybe(0.9, () =>
      dayIn(anchor, closedDays === undefined ? chance.whole(-10, 120) : -closedDays),
    ),
    closed_at: closedDays === undefined ? null : daysAgo(anchor, closedDays),
    stage_entered_at: daysAgo(anchor, last.days),
    won_reason: status === 'won' ? chance.pick(WON_REASONS) : null,
    lost_reason: status === 'lost' ? chance.pick(LOST_REASONS) : null,
    tags: tagsOf(chance),
    custom_fields: {},
    external_ids: {},
    created_at: daysAgo(anchor, days),
    updated_at: daysAgo(anchor, closedDays ?? last.days),
    age: days,
  };
}

/** Deals of contacts, younger than those, each with every visit of a stage and every state that it was in. */
export function makeDeals(
  count: number,
  anchor: number,
  contacts: readonly Contact[],
  companies: readonly Company[],
  pipelines: readonly Pipeline[],
): Deals {
  const chance = new Chance('deals');
  const ofId = new Map(companies.map((company) => [company.id, company]));
  const [deals, changes, states]: [Deal[], Row[], Readonly<Record<string, unknown>>[]] = [[], [], []];
  for (let at = 0; at < count; at += 1) {
    const contact = chance.pick(contacts);
    const company = ofId.get(contact.company_id) as Company;
    const course = courseOf(chance, chance.pick(pipelines, 1.6), Math.max(0.3, contact.age * chance.next()));
    const deal = dealOf(chance, at, contact, company, course, anchor);
    deals.push(deal);
    states.push(...statesOf(deal, course, anchor));
    changes.push(
      ...course.visits.map(({ stage, days }, visit): Row => {
        const [before, changed] = [course.visits[visit - 1], daysAgo(anchor, days)];
        return {
          id: demoId('deal_stage_changes', changes.length + visit + 1),
          deal_id: deal.id,
          from_stage_id: before?.stage.id ?? null,
          to_stage_id: stage.id,
          changed_at: changed,
          changed_by_id: deal.owner_id,
          seconds: before ? secondsBetween(daysAgo(anchor, before.days), changed) : null,
        };
      }),
    );
  }
  return { deals, changes, states };
}
