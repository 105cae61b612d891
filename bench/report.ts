import type { Case } from './cases.js';
import type { PlanSeen } from './plans.js';

export interface Figures {
  readonly server: 'kontor' | 'bare';
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Microseconds per request. Undefined if they cannot be read. */
  readonly nodeCpu: number | undefined;
  readonly postgresCpu: number | undefined;
  readonly memory: number | undefined;
  readonly requests: number;
}

export interface Compared {
  readonly name: string;
  readonly connections: number;
  readonly kontor: Figures;
  readonly bare: Figures;
  /** Requests per second of Kontor divided by those of the upper bound. */
  readonly ratio: number;
}

export interface Goal {
  readonly what: string;
  readonly requested: string;
  readonly found: string;
  readonly met: boolean;
}

const n = (value: number | undefined, digits = 0): string => (value === undefined ? '–' : value.toFixed(digits));

/** Maximum characters of a cell. Longer text continues in the next row, so that tables fit a terminal. */
const CELL_WIDTH = 50;

/** Wraps a text at spaces to lines of at most `CELL_WIDTH` characters. Cuts longer words. */
function linesOf(text: string): string[] {
  const lines = [''];
  for (const word of text.split(' ').flatMap((one) => one.match(new RegExp(`.{1,${CELL_WIDTH}}`, 'g')) ?? [])) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trimStart();
    if (longer.length <= CELL_WIDTH) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function rowsOf(cells: readonly string[]): string[][] {
  const columns = cells.map(linesOf);
  const height = Math.max(...columns.map(({ length }) => length));
  return Array.from({ length: height }, (_, at) => columns.map((lines) => lines[at] ?? ''));
}

export function table(head: readonly string[], body: readonly (readonly string[])[]): string {
  const rows = body.flatMap(rowsOf);
  const widths = head.map((cell, at) => Math.max(cell.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  return [
    line(head),
    `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`,
    ...rows.map(line),
  ].join('\n');
}

const HEAD = [
  'case',
  'conn.',
  'Kontor req/s',
  'bare req/s',
  'ratio',
  'p50 ms',
  'p99 ms',
  'bare p50',
  'bare p99',
  'Node µs',
  'bare Node µs',
  'PG µs',
  'bare PG µs',
  'RSS MB',
  'bare RSS',
];

export const comparison = (all: readonly Compared[]): string =>
  table(
    HEAD,
    all.map(({ name, connections, kontor, bare, ratio }) => [
      name,
      `${connections}`,
      n(kontor.perSecond),
      n(bare.perSecond),
      n(ratio, 2),
      n(kontor.p50, 2),
      n(kontor.p99, 2),
      n(bare.p50, 2),
      n(bare.p99, 2),
      n(kontor.nodeCpu),
      n(bare.nodeCpu),
      n(kontor.postgresCpu),
      n(bare.postgresCpu),
      n(kontor.memory),
      n(bare.memory),
    ]),
  );

export const plansTable = (plans: readonly PlanSeen[]): string =>
  table(
    ['statement', 'plan', 'ms', 'reads'],
    plans.map(({ name, mode, milliseconds, nodes }) => [name, mode, n(milliseconds, 2), nodes]),
  );

export interface Starts {
  readonly coldStart: number;
  readonly coldStartWithDatabase: number;
  readonly idleMemory: number | undefined;
}

export function goals(cases: readonly Case[], all: readonly Compared[], starts: Starts | undefined): Goal[] {
  const found: Goal[] = [];
  const goal = (
    what: string,
    requested: string,
    value: number | undefined,
    met: (value: number) => boolean,
    digits = 2,
  ): void => {
    if (value !== undefined) found.push({ what, requested, found: value.toFixed(digits), met: met(value) });
  };
  const at = (name: string, connections: number): Compared | undefined =>
    all.find((one) => one.name === name && one.connections === connections);
  for (const { name, share } of cases)
    if (share) goal(`${name}: share of the limit at 16`, `≥ ${share}`, at(name, 16)?.ratio, (value) => value >= share);
  for (const { name, p50 } of cases)
    if (p50) goal(`${name}: p50 ms at 1`, `≤ ${p50}`, at(name, 1)?.kontor.p50, (value) => value <= p50);
  const [first, deep] = [at('list 25, first', 16), at('list 25, deep', 16)];
  if (first && deep)
    goal(
      'deep page over first page, time per request at 16',
      '≤ 1.2',
      first.kontor.perSecond / deep.kontor.perSecond,
      (value) => value <= 1.2,
    );
  goal('cold start on an existing database, s', '≤ 3', starts && starts.coldStart / 1000, (value) => value <= 3);
  goal(
    'the same with the embedded PostgreSQL started too, s',
    '≤ 3',
    starts && starts.coldStartWithDatabase / 1000,
    (value) => value <= 3,
  );
  goal('idle memory, MB', '≤ 200', starts?.idleMemory, (value) => value <= 200, 0);
  return found;
}

export const goalsTable = (all: readonly Goal[]): string =>
  table(
    ['goal', 'wanted', 'found', ''],
    all.map(({ what, requested, found, met }) => [what, requested, found, met ? 'met' : 'MISSED']),
  );
