import type pg from 'pg';
import { QueryRunner } from '../../src/platform/database/index.js';
import type { TestApp } from './app.js';

export interface Statement {
  readonly text: string;
  readonly values: unknown[];
  /** Name of a prepared statement, for which PostgreSQL keeps the plan. */
  readonly name?: string;
}

export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  /** Only with `analyze`. */
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

/**
 * Returns the reads of the application while `act` runs. Only statements that contain `about`, because timers run
 * statements too.
 */
export async function statementsOf(app: TestApp, about: string, act: () => Promise<unknown>): Promise<Statement[]> {
  // Spies on the connections, because prepared statements do not use the `query` of the pool.
  const connection = await (await app.app.get(QueryRunner, { strict: false }).connections()).connect();
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

interface PlanRun {
  /** Options besides the format: `analyze`, `buffers`, `generic_plan`. */
  readonly options?: string;
  /** Settings during the statement, such as `role = kontor_app`. */
  readonly settings?: readonly string[];
  /** Uses one plan for all values, like a prepared statement with a generic plan. */
  readonly isRetained?: boolean;
}

export interface Plan {
  readonly nodes: readonly PlanNode[];
  /** Only with `analyze`. */
  readonly milliseconds: number;
}

/** Returns the query plan of one statement. */
export async function planOf(
  db: pg.Pool,
  { text, values }: { text: string; values?: readonly unknown[] },
  { options = '', settings = [], isRetained = false }: PlanRun = {},
): Promise<Plan> {
  const client = await db.connect();
  try {
    await client.query('begin');
    for (const setting of settings) await client.query(`set local ${setting}`);
    const explain = `explain (${options && `${options}, `}format json)`;
    if (isRetained) {
      await client.query('set local plan_cache_mode = force_generic_plan');
      await client.query(`prepare kept as ${text}`);
    }
    const { rows } = isRetained
      ? await client.query<Explained>(
          `${explain} execute kept (${(values ?? []).map((value) => client.escapeLiteral(String(value))).join(', ')})`,
        )
      : await client.query<Explained>(`${explain} ${text}`, values && [...values]);
    const [explained] = rows[0]?.['QUERY PLAN'] ?? [];
    if (!explained) throw new Error(`No plan: ${text}`);
    return { nodes: withBelow(explained.Plan), milliseconds: explained['Execution Time'] ?? 0 };
  } finally {
    await client.query('rollback');
    // A prepared statement outlives its transaction.
    if (isRetained) await client.query('deallocate all');
    client.release();
  }
}

/**
 * Runs a read and returns the plan nodes of all its statements that contain `about`, without steps that were not
 * needed. Requires at least one statement.
 */
export async function nodesOf(
  app: TestApp,
  about: string,
  read: () => Promise<unknown>,
  inspect: PlanRun = { options: 'analyze' },
): Promise<PlanNode[]> {
  const statements = await statementsOf(app, about, read);
  if (statements.length === 0) throw new Error(`Nothing was asked about ${about}`);
  const plans = await Promise.all(statements.map((statement) => planOf(app.db, statement, inspect)));
  return plans.flatMap(({ nodes }) => nodes).filter((node) => node['Actual Loops'] !== 0);
}

/** Returns the tables with a sequential scan. */
export const readWhole = (nodes: readonly PlanNode[], tables: readonly string[]): string[] =>
  nodes
    .filter((node) => node['Node Type'] === 'Seq Scan' && tables.includes(node['Relation Name'] ?? ''))
    .map((node) => node['Relation Name'] ?? '');

export const indexesOf = (nodes: readonly PlanNode[]): string[] => nodes.flatMap((node) => node['Index Name'] ?? []);

/** Returns the rows of a node in all its loops. */
export const rowsOf = (node: PlanNode): number => (node['Actual Rows'] ?? 0) * (node['Actual Loops'] ?? 0);
