import { parseArgs } from 'node:util';

export interface Options {
  readonly rows: number;
  /** Seconds of one round. A case has two rounds per server and cycle, in the order Kontor, bare, bare, Kontor. */
  readonly seconds: number;
  readonly cycles: number;
  readonly only: readonly string[];
  readonly connections: readonly number[];
  /** Writes a CPU profile of Kontor for each case, instead of a comparison. */
  readonly profile: boolean;
  readonly plans: boolean;
  readonly starts: boolean;
  readonly fresh: boolean;
}

const USAGE = `npm run bench -- [options]
  --rows 1000000        leads in the database (kept in .data/bench-<rows>)
  --seconds 2           length of one round
  --cycles 1            how often the order Kontor, bare, bare, Kontor is gone through
  --connections 1,16
  --only list,create    cases whose name begins so
  --no-plans            leave out EXPLAIN
  --no-starts           leave out cold start and idle memory
  --fresh               make the data anew
  --profile             CPU profiles of Kontor into bench/results instead of a comparison`;

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      rows: { type: 'string', default: '1000000' },
      seconds: { type: 'string', default: '2' },
      cycles: { type: 'string', default: '1' },
      connections: { type: 'string', default: '1,16' },
      only: { type: 'string', default: '' },
      plans: { type: 'boolean', default: true },
      starts: { type: 'boolean', default: true },
      fresh: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  return {
    ...values,
    rows: whole(values.rows, 1_000, 5_000_000),
    seconds: Math.min(60, Math.max(0.2, Number(values.seconds) || 2)),
    cycles: whole(values.cycles, 1, 20),
    connections: values.connections.split(',').map((text) => whole(text, 1, 256)),
    only: values.only.split(',').filter(Boolean),
  };
}

function whole(text: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new Error(`${text} is not a whole number from ${least} to ${most}\n${USAGE}`);
  return value;
}
