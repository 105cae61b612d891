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

// Compiles only: statements are run by the Reader, named, on the pool that MikroORM owns (its own runner prepares nothing).
const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** What the Reader runs: SQL as it was built, or a `Shaped` whose text is known already. */
export interface Query {
  compile(provider: QueryExecutorProvider): { readonly sql: string; readonly parameters: readonly unknown[] };
}

/** A part that holds no values, compiled once: thirty columns cost 100 µs to build anew for every request. Others stay as they are. */
export function fixed(part: RawBuilder<unknown>): RawBuilder<unknown> {
  const { sql: text, parameters } = part.compile(compiler);
  return parameters.length > 0 ? part : sql.raw(text);
}

const MOST = 2_000;

const names = new Map<string, string>();
function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
  if (names.size < MOST) names.set(text, name);
  return name;
}

/** Stands for a value while the text is made. */
class Slot {
  constructor(readonly at: number) {}
}

/** A text with its name, and which of the given values each `$n` is; what is no slot is the same for all of the shape. */
interface Shape {
  readonly text: string;
  readonly name: string;
  readonly places: readonly unknown[];
}

const shapes = new Map<string, Shape>();

/** A query whose text is known from its shape. */
export class Shaped implements Query {
  constructor(
    readonly shape: Shape,
    readonly values: unknown[],
  ) {}

  compile(): { sql: string; parameters: readonly unknown[] } {
    return { sql: this.shape.text, parameters: this.values };
  }
}

/**
 * The road of hot statements: `build` makes the text when a shape is met first, and later only the values are put in
 * their places, because building, compiling and hashing cost more than the database needs for a row.
 * The text may hang on `shape` and on nothing else. `build` gets slots instead of the values, to be bound as they are:
 * whoever looks into one finds an object.
 */
export function shaped<const V extends readonly unknown[]>(
  shape: string,
  values: V,
  build: (...slots: V) => RawBuilder<unknown>,
): Shaped {
  const known = shapes.get(shape) ?? makeShape(build(...(values.map((_, at) => new Slot(at)) as unknown as V)));
  if (shapes.size < MOST) shapes.set(shape, known);
  return new Shaped(
    known,
    known.places.map((place) => (place instanceof Slot ? values[place.at] : place)),
  );
}

/** A compiled part with slots for its values, for use inside a shape that its text is part of. */
export function slotted(text: string, slots: readonly unknown[]): RawBuilder<unknown> {
  const [first = '', ...rest] = text.split(/\$\d+/);
  if (rest.length !== slots.length) throw new Error(`${rest.length} places for ${slots.length} values`);
  return sql.join([sql.raw(first), ...rest.flatMap((after, at) => [sql`${slots[at]}`, sql.raw(after)])], sql``);
}

/** Text and values of a part by itself. */
export const compiled = (
  part: RawBuilder<unknown>,
): { readonly sql: string; readonly parameters: readonly unknown[] } => part.compile(compiler);

function makeShape(query: RawBuilder<unknown>): Shape {
  const { sql: text, parameters } = query.compile(compiler);
  return { text, name: nameOf(text), places: parameters };
}

interface Statement {
  readonly text: string;
  readonly name: () => string;
  readonly values: unknown[];
}

export function toStatement(query: Query): Statement {
  if (query instanceof Shaped) return { text: query.shape.text, name: () => query.shape.name, values: query.values };
  const { sql: text, parameters } = query.compile(compiler);
  return { text, name: () => nameOf(text), values: [...parameters] };
}

/** Which of the united queries a row is of, from 0. */
export const PART = '~part';

const unions = new Map<string, { readonly text: string; readonly name: string }>();

/** Several queries with the same columns as one, each in its own order: one round trip, and one connection. */
export function united(queries: readonly Query[]): Query {
  const parts = queries.map(toStatement);
  const values = parts.flatMap((part) => part.values);
  const key = parts.map(({ name }) => name()).join(' ');
  const shape = unions.get(key) ?? unite(parts);
  if (unions.size < MOST) unions.set(key, shape);
  return new Shaped({ ...shape, places: [] }, values);
}

function unite(parts: readonly Statement[]): { text: string; name: string } {
  let before = 0;
  const text = parts
    .map((part, at) => {
      const own = part.text.replaceAll(/\$(\d+)/g, (_, place: string) => `$${Number(place) + before}`);
      before += part.values.length;
      return `select ${at} as "${PART}", part.* from (${own}) part`;
    })
    .join('\nunion all\n');
  return { text, name: nameOf(text) };
}
