import type { Components, Document, Operation, Parameter, SchemaLocation } from '../schemas/shapes.js';
import { nameIn, operationsOf } from '../schemas/shapes.js';
import { sdkResourceOf } from './names.js';

/** A sample as Redoc and other viewers show it. */
export interface CodeSample {
  readonly lang: 'Shell' | 'TypeScript';
  readonly label: string;
  readonly source: string;
}

const LINE_WIDTH = 100;
const MEDIA_OF_PAGES = ['text/html', 'text/event-stream'];

type Style = 'json' | 'typescript';

/** Adds `x-codeSamples` to every operation: curl, and TypeScript with the SDK. */
export function addCodeSamples(document: Document): void {
  for (const location of operationsOf(document))
    location.operation['x-codeSamples'] = codeSamplesOf(location, document.components);
}

export function codeSamplesOf(location: SchemaLocation, components: Components): CodeSample[] {
  const request = requestOf(location, components);
  const curl: CodeSample = { lang: 'Shell', label: 'curl', source: curlOf(request) };
  return isPage(location.operation)
    ? [curl]
    : [curl, { lang: 'TypeScript', label: 'SDK', source: sdkCallOf(request, location.operation) }];
}

interface Request {
  readonly method: string;
  readonly path: string;
  readonly ids: readonly string[];
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly credential: 'api-key' | 'access-token' | 'none';
}

// Optional parameters are left out, except the page size: together they would match nothing.
function requestOf({ method, path, operation }: SchemaLocation, components: Components): Request {
  const parameters = (operation.parameters ?? []).map((parameter) => followed(parameter, components));
  const valueOf = (name: string): string =>
    String(parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)?.example);
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const shown = parameters.filter(({ in: position, required, name }) => {
    return position === 'query' && (required === true || name === 'limit');
  });
  return {
    method: method.toUpperCase(),
    path: path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(valueOf(name)).replaceAll('%3A', ':')),
    ids: names.map(valueOf),
    query: Object.fromEntries(shown.map(({ name, example }) => [name, example])),
    body: operation.requestBody?.content['application/json']?.example,
    credential: credentialOf(operation),
  };
}

const followed = (parameter: Parameter, { parameters = {} }: Components): Parameter =>
  parameter.$ref === undefined ? parameter : (parameters[nameIn(parameter.$ref)] ?? parameter);

function credentialOf({ security = [] }: Operation): Request['credential'] {
  if (security.length === 0) return 'none';
  return security.some((scheme) => 'apiKey' in scheme) ? 'api-key' : 'access-token';
}

const isPage = ({ responses }: Operation): boolean =>
  Object.values(responses).some(({ content = {} }) => MEDIA_OF_PAGES.some((media) => media in content));

const CREDENTIAL_HEADERS = {
  'api-key': ['-H "X-API-Key: $KONTOR_API_KEY"'],
  'access-token': ['-H "Authorization: Bearer $KONTOR_TOKEN"'],
  none: [],
} as const;

function curlOf({ method, path, query, body, credential }: Request): string {
  const search = Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&');
  const verb = method === 'GET' || (method === 'POST' && body !== undefined) ? '' : ` -X ${method}`;
  const json =
    body === undefined ? [] : ["-H 'Content-Type: application/json'", `-d ${quoted(literalOf(body, 'json'))}`];
  return [
    `curl -sS${verb} "$KONTOR_URL${path}${search === '' ? '' : `?${search}`}"`,
    ...CREDENTIAL_HEADERS[credential],
    ...json,
  ].join(' \\\n  ');
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const CLIENTS = {
  'api-key': 'new Kontor()',
  'access-token': 'new Kontor({ accessToken: process.env.KONTOR_TOKEN })',
  none: 'new Kontor({ apiKey: null })',
} as const;

function sdkCallOf({ ids, query, body, credential }: Request, operation: Operation): string {
  const inputs = [...ids, ...(body === undefined ? [] : [body]), ...(Object.keys(query).length > 0 ? [query] : [])];
  const method = `${sdkResourceOf(operation.tags?.[0] ?? '')}.${operation['x-sdk-method'] as string}`;
  const call = `await kontor.${method}(${inputs.map((input) => literalOf(input, 'typescript')).join(', ')})`;
  return `import { Kontor } from '@kontor/sdk';\n\nconst kontor = ${CLIENTS[credential]};\n${resultOf(call, operation)};`;
}

function resultOf(call: string, { responses }: Operation): string {
  const content = Object.values(responses).flatMap((response) =>
    response.$ref ? [] : Object.keys(response.content ?? {}),
  );
  if (content.includes('text/csv')) return `const file = ${call};\nconsole.log(await file.text())`;
  return content.includes('application/json') ? `console.log(${call})` : call;
}

/** Writes a value as JSON or as a TypeScript literal, on one line if it fits. */
export function literalOf(value: unknown, style: Style, indent = ''): string {
  if (typeof value === 'string') return textOf(value, style);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  const inner = `${indent}  `;
  const members = isList
    ? value.map((item) => literalOf(item, style, inner))
    : Object.entries(value).map(([key, item]) => `${keyOf(key, style)}: ${literalOf(item, style, inner)}`);
  const space = isList || members.length === 0 ? '' : ' ';
  const line = `${open}${space}${members.join(', ')}${space}${close}`;
  if (line.length + indent.length <= LINE_WIDTH && !line.includes('\n')) return line;
  return `${open}\n${members.map((member) => `${inner}${member}`).join(',\n')}\n${indent}${close}`;
}

const keyOf = (key: string, style: Style): string =>
  style === 'typescript' && /^[A-Za-z_]\w*$/.test(key) ? key : textOf(key, style);

function textOf(text: string, style: Style): string {
  const json = JSON.stringify(text);
  return style === 'json' ? json : `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
