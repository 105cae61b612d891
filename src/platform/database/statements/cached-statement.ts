import { createHash } from 'node:crypto';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type QueryExecutorProvider,
  type RawBuilder,
} from 'kysely';
import type pg from 'pg';

// Only compiles SQL. The QueryRunner runs the SQL as named statements on the pool of MikroORM, because the runner of
// Kysely does not prepare statements.
const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** SQL for the QueryRunner: a SQL builder, or a `CachedStatement` with known text. */
export interface Query {
  compile(provider: QueryExecutorProvider): { readonly sql: string; readonly parameters: readonly unknown[] };
}

/**
 * Compiles a part without values once, because building thirty columns takes 100 µs per request. Parts with values are
 * returned unchanged.
 */
export function precompiled(part: RawBuilder<unknown>): RawBuilder<unknown> {
  const { sql: text, parameters } = part.compile(compiler);
  return parameters.length > 0 ? part : sql.raw(text);
}

const MOST = 2_000;

const names = new Map<string, string>();
/** Returns the name of the prepared statement of a text. */
export function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
  if (names.size < MOST) names.set(text, name);
  return name;
}

/** Stands for a value while the text of a statement is built. */
class Placeholder {
  constructor(readonly at: number) {}
}

/** The text and name of a statement, with a placeholder or a fixed value for each `$n`. */
interface StatementTemplate {
  readonly text: string;
  readonly name: string;
  readonly placeholders: readonly unknown[];
}

const templates = new Map<string, StatementTemplate>();

/** A query with a cached text. */
export class CachedStatement implements Query {
  constructor(
    readonly template: StatementTemplate,
    readonly values: unknown[],
  ) {}

  compile(): { sql: string; parameters: readonly unknown[] } {
    return { sql: this.template.text, parameters: this.values };
  }
}

/**
 * Builds the text once per `templateKey`; later calls only bind values. The text must depend on the key only. `build`
 * gets placeholder objects instead of values, so `build` can only bind them.
 */
export function cachedStatement<const V extends readonly unknown[]>(
  templateKey: string,
  values: V,
  build: (...placeholders: V) => RawBuilder<unknown>,
): CachedStatement {
  const known =
    templates.get(templateKey) ??
    createTemplate(build(...(values.map((_, at) => new Placeholder(at)) as unknown as V)));
  if (templates.size < MOST) templates.set(templateKey, known);
  return new CachedStatement(
    known,
    known.placeholders.map((placeholder) =>
      placeholder instanceof Placeholder ? values[placeholder.at] : placeholder,
    ),
  );
}

/** Replaces the values of a compiled part by placeholders, for use inside a cached statement. */
export function withPlaceholders(text: string, placeholders: readonly unknown[]): RawBuilder<unknown> {
  const [first = '', ...rest] = text.split(/\$\d+/);
  if (rest.length !== placeholders.length) throw new Error(`${rest.length} places for ${placeholders.length} values`);
  return sql.join([sql.raw(first), ...rest.flatMap((after, at) => [sql`${placeholders[at]}`, sql.raw(after)])], sql``);
}

/** Returns text and values of a part. */
export const compiled = (
  part: RawBuilder<unknown>,
): { readonly sql: string; readonly parameters: readonly unknown[] } => part.compile(compiler);

function createTemplate(query: RawBuilder<unknown>): StatementTemplate {
  const { sql: text, parameters } = query.compile(compiler);
  return { text, name: nameOf(text), placeholders: parameters };
}

interface Statement {
  readonly text: string;
  readonly name: () => string;
  readonly values: unknown[];
}

export function toStatement(query: Query): Statement {
  if (query instanceof CachedStatement)
    return { text: query.template.text, name: () => query.template.name, values: query.values };
  const { sql: text, parameters } = query.compile(compiler);
  return { text, name: () => nameOf(text), values: [...parameters] };
}

/** Returns a prepared statement for the driver, with its rows as they come from the driver. */
export function toConfig(query: Query): pg.QueryConfig {
  const { text, name, values } = toStatement(query);
  return { text, name: name(), values };
}

/** Column with the index of the query that a row comes from. */
export const UNION_PART = '~part';

const unions = new Map<string, { readonly text: string; readonly name: string }>();

/** Combines queries with the same columns into one statement. The order of each query is kept. */
export function unionAll(queries: readonly Query[]): Query {
  const parts = queries.map(toStatement);
  const values = parts.flatMap((part) => part.values);
  const key = parts.map(({ name }) => name()).join(' ');
  const template = unions.get(key) ?? buildUnion(parts);
  if (unions.size < MOST) unions.set(key, template);
  return new CachedStatement({ ...template, placeholders: [] }, values);
}

function buildUnion(parts: readonly Statement[]): { text: string; name: string } {
  let before = 0;
  const text = parts
    .map((part, at) => {
      const own = part.text.replaceAll(/\$(\d+)/g, (_, placeholder: string) => `$${Number(placeholder) + before}`);
      before += part.values.length;
      return `select ${at} as "${UNION_PART}", part.* from (${own}) part`;
    })
    .join('\nunion all\n');
  return { text, name: nameOf(text) };
}
