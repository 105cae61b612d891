import {
  isRaw,
  NativeQueryBuilder,
  PostgreSqlConnection,
  PostgreSqlDriver,
  type Configuration,
} from '@mikro-orm/postgresql';

type ExecuteParameters = Parameters<PostgreSqlConnection['execute']>;

/** Values that PostgreSQL reads in the type of their column. */
const isPlain = (value: unknown): boolean =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date;

interface Bound {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * Binds each `?` as `$n`; SQL fragments such as `version + 1` stay in the text. Returns undefined if the type of a
 * value is unknown, as in a CASE.
 */
function parameterized(text: string, values: unknown): Bound | undefined {
  if (!Array.isArray(values) || values.length === 0 || /\\\?|\bcase\b/i.test(text)) return undefined;
  const [first = '', ...parts] = text.split('?');
  if (parts.length !== values.length) return undefined;
  const parameters: unknown[] = [];
  let sql = first;
  for (const [at, value] of (values as unknown[]).entries()) {
    if (isRaw(value) && value.params.length === 0) sql += value.sql;
    else if (isPlain(value)) sql += `$${parameters.push(value)}`;
    else return undefined;
    sql += parts[at];
  }
  return { sql, parameters };
}

/** Binds the values of statements in a unit of work. MikroORM writes them into the text, so no plan could be reused. */
class BindingConnection extends PostgreSqlConnection {
  override async execute<T>(...[query, values = [], method = 'all', ctx, ...rest]: ExecuteParameters): Promise<T> {
    const raw = query instanceof NativeQueryBuilder ? query.toRaw() : query;
    const one = typeof raw === 'string' ? { sql: raw, params: values } : raw;
    const bound = ctx && parameterized(one.sql, one.params);
    if (!bound) return super.execute(query, values, method, ctx, ...rest) as Promise<T>;
    const statement = { ...bound, query: { kind: 'RawNode' } } as never;
    return this.transformRawResult<T>(await ctx.executeQuery(statement), method);
  }
}

/** The driver of MikroORM with bound values. */
export class BindingDriver extends PostgreSqlDriver {
  constructor(config: Configuration) {
    super(config);
    Object.assign(this, { connection: new BindingConnection(this.config) });
  }
}
