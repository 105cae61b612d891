import { jest } from '@jest/globals';
import type pg from 'pg';
import { Reader } from '../../src/platform/database/index.js';
import type { TestApp } from './app.js';

export interface Statement {
  readonly text: string;
  readonly values: unknown[];
  /** Of one whose plan is kept. */
  readonly name?: string;
}

export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  /** What is measured is there where the statement ran: `analyze`. */
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly Plans?: readonly PlanNode[];
}

interface Explained {
  readonly 'QUERY PLAN': readonly [{ readonly Plan: PlanNode; readonly 'Execution Time'?: number }];
}

const withBelow = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(withBelow)];

/** What the application asks the database while this runs, as far as it is about this word: its timers ask too. */
export async function statementsOf(app: TestApp, about: string, act: () => Promise<unknown>): Promise<Statement[]> {
  // On the connections themselves: what keeps its plan is not asked of the pool.
  const connection = await (await app.app.get(Reader, { strict: false }).connections()).connect();
  connection.release();
  const said = jest.spyOn(
    Object.getPrototypeOf(connection) as { query: (statement: Statement | string) => Promise<unknown> },
    'query',
  );
  try {
    await act();
    return said.mock.calls.flatMap(([statement]) =>
      typeof statement === 'object' && /^\W*(?:select|with)\b/.test(statement.text) && statement.text.includes(about)
        ? [statement]
        : [],
    );
  } finally {
    said.mockRestore();
  }
}

interface Look {
  /** More than the format: `analyze`, `buffers`, `generic_plan`. */
  readonly options?: string;
  /** What holds meanwhile, as `role = kontor_app`. */
  readonly settings?: readonly string[];
  /** Plans once for all values, as where a statement's plan is kept. */
  readonly isKept?: boolean;
}

export interface Plan {
  readonly nodes: readonly PlanNode[];
  /** `analyze` alone tells it. */
  readonly milliseconds: number;
}

/** How the database goes about one statement. */
export async function planOf(
  db: pg.Pool,
  { text, values }: { text: string; values?: readonly unknown[] },
  { options = '', settings = [], isKept = false }: Look = {},
): Promise<Plan> {
  const client = await db.connect();
  try {
    await client.query('begin');
    for (const setting of settings) await client.query(`set local ${setting}`);
    const explain = `explain (${options && `${options}, `}format json)`;
    if (isKept) {
      await client.query('set local plan_cache_mode = force_generic_plan');
      await client.query(`prepare kept as ${text}`);
    }
    const { rows } = isKept
      ? await client.query<Explained>(
          `${explain} execute kept (${(values ?? []).map((value) => client.escapeLiteral(String(value))).join(', ')})`,
        )
      : await client.query<Explained>(`${explain} ${text}`, values && [...values]);
    const [explained] = rows[0]?.['QUERY PLAN'] ?? [];
    if (!explained) throw new Error(`No plan: ${text}`);
    return { nodes: withBelow(explained.Plan), milliseconds: explained['Execution Time'] ?? 0 };
  } finally {
    await client.query('rollback');
    // Outlives its transaction.
    if (isKept) await client.query('deallocate all');
    client.release();
  }
}

/** Runs a read as it is, and tells the plan of every statement about this word that it made: one at least. */
export async function nodesOf(
  app: TestApp,
  about: string,
  read: () => Promise<unknown>,
  look?: Look,
): Promise<PlanNode[]> {
  const statements = await statementsOf(app, about, read);
  if (statements.length === 0) throw new Error(`Nothing was asked about ${about}`);
  const plans = await Promise.all(statements.map((statement) => planOf(app.db, statement, look)));
  return plans.flatMap(({ nodes }) => nodes);
}

/** Of these tables, those that are read from end to end. */
export const readWhole = (nodes: readonly PlanNode[], tables: readonly string[]): string[] =>
  nodes
    .filter((node) => node['Node Type'] === 'Seq Scan' && tables.includes(node['Relation Name'] ?? ''))
    .map((node) => node['Relation Name'] ?? '');

export const indexesOf = (nodes: readonly PlanNode[]): string[] => nodes.flatMap((node) => node['Index Name'] ?? []);

/** The rows that a node met in all of its rounds. */
export const rowsOf = (node: PlanNode): number => (node['Actual Rows'] ?? 0) * (node['Actual Loops'] ?? 0);
