import pg from 'pg';
import type { Recorded, Statement } from './capture.js';
import { withClient } from './data.js';

export interface PlanSeen {
  readonly name: string;
  readonly mode: 'generic' | 'custom';
  readonly milliseconds: number;
  readonly seqScans: string[];
  readonly nodes: string;
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: Node[];
}

interface Explained {
  readonly Plan: Node;
  readonly 'Execution Time': number;
}

const literal = (value: unknown): string =>
  value === null || value === undefined
    ? 'null'
    : pg.escapeLiteral(
        Array.isArray(value) ? `{${value.map((item) => JSON.stringify(item)).join(',')}}` : String(value),
      );

const traverse = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(traverse)];

async function explain(
  client: pg.Client,
  { text, parameters }: Statement,
  mode: 'generic' | 'custom',
): Promise<Explained> {
  await client.query(`set plan_cache_mode = force_${mode}_plan`);
  await client.query(`prepare plan_of_bench as ${text}`);
  try {
    const values = parameters.length > 0 ? `(${parameters.map(literal).join(', ')})` : '';
    const run = async () =>
      (
        await client.query<{ 'QUERY PLAN': [Explained] }>(
          `explain (analyze, format json) execute plan_of_bench${values}`,
        )
      ).rows[0]?.['QUERY PLAN'][0] as Explained;
    await run();
    return await run();
  } finally {
    await client.query('deallocate plan_of_bench');
  }
}

/** Returns the plans of each read: the generic plan, and the custom plan for these values. */
export const explainAll = (url: string, recorded: Readonly<Record<string, Recorded>>): Promise<PlanSeen[]> =>
  withClient(url, async (client) => {
    const seen: PlanSeen[] = [];
    const statements = Object.entries(recorded).flatMap(([name, { statements: all }]) =>
      all.map((statement, at) => ({ name: all.length > 1 ? `${name} (${at + 1})` : name, statement })),
    );
    for (const { name, statement } of statements) {
      if (/\binsert into\b|^explain /.test(statement.text)) continue;
      for (const mode of statement.prepared ? (['generic', 'custom'] as const) : (['custom'] as const)) {
        const { Plan, 'Execution Time': milliseconds } = await explain(client, statement, mode);
        const nodes = traverse(Plan);
        const scans = nodes.filter((node) => node['Index Name'] ?? node['Relation Name']);
        seen.push({
          name,
          mode,
          milliseconds,
          seqScans: nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] ?? ''),
          nodes: [
            ...new Set(scans.map((node) => `${node['Node Type']} ${node['Index Name'] ?? node['Relation Name']}`)),
          ].join(', '),
        });
      }
    }
    return seen;
  });
