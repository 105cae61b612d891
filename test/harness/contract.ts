import { existsSync, readFileSync } from 'node:fs';
import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Response } from 'supertest';
import { toVersion31 } from '../../src/openapi/schemas/version-31.js';

interface Answer {
  readonly content?: Record<string, { readonly schema?: object }>;
  readonly $ref?: string;
}
interface Operation {
  readonly operationId: string;
  readonly responses: Record<string, Answer>;
}
interface Document {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, object>; readonly responses?: Record<string, Answer> };
}

const file = new URL('../../../openapi.json', import.meta.url);
const document = existsSync(file)
  ? (toVersion31(JSON.parse(readFileSync(file, 'utf8')) as never) as unknown as Document)
  : undefined;
const validators = new Map<string, ValidateFunction>();
const ajv = document && compileAll(document);
const routes = document
  ? Object.keys(document.paths)
      .map((path) => ({ path, pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`) }))
      .sort(bySpecificity)
  : [];

function bySpecificity(a: { path: string }, b: { path: string }): number {
  return (a.path.match(/\{/g)?.length ?? 0) - (b.path.match(/\{/g)?.length ?? 0);
}

// Rejects properties that the document does not contain, because users of the SDK would not see them.
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const copy = Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => key !== 'example' && key !== 'examples')
      .map(([key, value]) => [key, closed(value)]),
  );
  return 'properties' in copy && !('additionalProperties' in copy) && !('allOf' in copy)
    ? { ...copy, additionalProperties: false }
    : copy;
}

function compileAll({ components }: Document): Ajv2020 {
  const created = new Ajv2020({ strict: false, allErrors: true });
  (formats as unknown as (target: Ajv2020) => void)(created);
  for (const format of ['int32', 'int64', 'password', 'binary']) created.addFormat(format, true);
  created.addSchema({ $id: 'document', components: { schemas: closed(components.schemas) } });
  return created;
}

const local = (schema: unknown): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/')) as object;

/** Throws if a response does not match the API document. Ignores paths outside the document. */
export function checkAnswer(verb: string, path: string, answer: Response): void {
  if (!document || !ajv) return;
  const pathname = path.split('?', 1)[0] ?? path;
  // The server answers 405 for the most specific path, also if another path has the method.
  const matching = routes.filter(({ pattern }) => pattern.test(pathname));
  if (answer.status === 405 && matching[0] && !document.paths[matching[0].path]?.[verb]) return;
  const route = matching.find(({ path: template }) => document?.paths[template]?.[verb]);
  const operation = route && document.paths[route.path]?.[verb];
  if (!operation) return;
  const stated = operation.responses[String(answer.status)];
  if (!stated)
    throw new Error(
      `${operation.operationId} answered ${answer.status}, which the document does not list: ` +
        `${answer.text?.slice(0, 300)}`,
    );
  const documented = stated.$ref ? document.components.responses?.[stated.$ref.split('/').at(-1) ?? ''] : stated;
  const type = Object.keys(documented?.content ?? {})[0];
  const schema = type && documented?.content?.[type]?.schema;
  // The document describes only JSON. HTML pages are for callers that request them.
  if (!type || !/[/+]json\b/.test(type) || !schema || answer.type === 'text/html') return;
  const validate = validatorFor(`${operation.operationId} ${answer.status}`, schema);
  if (!validate(answer.body))
    throw new Error(
      `${operation.operationId} ${answer.status} does not match the document: ` +
        `${ajv.errorsText(validate.errors)}\n${answer.text?.slice(0, 500)}`,
    );
}

function validatorFor(key: string, schema: object): ValidateFunction {
  const known = validators.get(key);
  if (known) return known;
  const created = (ajv as Ajv2020).compile(local(closed(schema)) as object);
  validators.set(key, created);
  return created;
}
