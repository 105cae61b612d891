import { readFileSync } from 'node:fs';

export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly required?: readonly string[];
  readonly example?: unknown;
}

export interface Operation {
  readonly path: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly permission: string | undefined;
  readonly isPublic: boolean;
  readonly takesApiKey: boolean;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema?: Schema;
    readonly required?: boolean;
    readonly example?: unknown;
  }[];
  readonly body: Schema | undefined;
  readonly bodyExample: unknown;
  /** The schema of the success response, if it has a body. */
  readonly answer: Schema | undefined;
}

interface Described {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly security?: readonly object[];
  readonly parameters?: readonly {
    readonly $ref?: string;
    readonly name: string;
    readonly in: string;
    readonly schema?: Schema;
    readonly required?: boolean;
    readonly example?: unknown;
  }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Schema; readonly example?: unknown }> };
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema?: Schema }> }>;
  readonly 'x-required-permission'?: string;
}

const document = JSON.parse(readFileSync(new URL('../../../openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, Record<string, Described>>;
  components: {
    schemas: Record<string, Schema>;
    parameters?: Record<string, { name: string; in: string; schema?: Schema; required?: boolean; example?: unknown }>;
  };
};

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** Returns the schema of a reference, or the schema itself. */
export const resolve = (schema: Schema): Schema =>
  schema.$ref
    ? (document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {})
    : schema.anyOf?.[0]?.$ref
      ? resolve(schema.anyOf[0])
      : schema;

/** Every operation of the API, so that the suites also cover new routes. */
export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([method]) => METHODS.has(method))
    .map(([method, described]) => operationOf(path, method as Operation['method'], described)),
);

function operationOf(path: string, method: Operation['method'], described: Described): Operation {
  const content = described.requestBody?.content['application/json'];
  return {
    path,
    method,
    operationId: described.operationId,
    tags: described.tags,
    permission: described['x-required-permission'],
    isPublic: described.security?.length === 0,
    takesApiKey: described.security?.some((scheme) => 'apiKey' in scheme) ?? false,
    parameters: (described.parameters ?? []).map((parameter) =>
      parameter.$ref
        ? (document.components.parameters?.[parameter.$ref.split('/').at(-1) ?? ''] ?? parameter)
        : parameter,
    ),
    body: content?.schema,
    bodyExample: content?.example,
    answer: Object.entries(described.responses).find(([status]) => status.startsWith('2'))?.[1].content?.[
      'application/json'
    ]?.schema,
  };
}

const NOWHERE = '00000000-0000-4000-8000-000000000000';
/** Returns the path with a value for each placeholder. */
export const pathOf = ({ path }: Operation, id = NOWHERE): string =>
  (path.startsWith('/api/v1') ? path.slice('/api/v1'.length) : `/${path}`).replace(/\{(\w+)\}/g, (_, name: string) =>
    /id$/i.test(name) && name !== 'externalId' ? id : name === 'key' ? 'company_name' : 'nothing',
  );
