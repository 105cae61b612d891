import { readFileSync } from 'node:fs';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { AccessPolicy } from '../kernel/access.js';
import { describeAnswers, hasTag, HEADERS, NOT_MODIFIED } from './operations/answers.js';
import { addCodeSamples } from './operations/code-samples.js';
import { addLinks } from './operations/links.js';
import { INTRODUCTION } from './introduction.js';
import { addClosedLists } from './searches/closed-lists.js';
import { typeSearches } from './searches/searches.js';
import { eventEntries, eventModels } from './schemas/event-schemas.js';
import { describeOperation, describePathIds, nameOperations } from './operations/names.js';
import { addHeaderParameters, describeParameter, PARAMETERS } from './operations/parameters.js';
import { PROBLEM_SCHEMAS, problemAnswers } from './operations/problems.js';
import { routesOf, type Route } from './operations/routes.js';
import { addExamples } from './schemas/samples.js';
import { dropUnused, normaliseSchemas, sortDocument } from './schemas/schemas.js';
import { operationsOf, type Document, type Operation, type Tag } from './schemas/shapes.js';
import { tags } from './tags.js';

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const API_KEY = {
  type: 'apiKey',
  in: 'header',
  name: 'X-API-Key',
  description: 'API key, created with `POST /api/v1/api-keys`',
} as const;
const SESSION = {
  type: 'apiKey',
  in: 'cookie',
  name: '__Host-kontor_session',
  description:
    'Session cookie, set by `POST /api/v1/auth/login` and sent by browsers automatically. Over plain http ' +
    'on localhost its name is `kontor_session`.',
} as const;
const BEARER = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description:
    'Access token from `POST /api/v1/auth/token`, valid for ten minutes; `POST ' +
    '/api/v1/auth/token/refresh` returns the next token',
} as const;

const frame = (): Omit<OpenAPIObject, 'paths'> =>
  new DocumentBuilder()
    .setOpenAPIVersion('3.0.3')
    .setTitle('Kontor')
    .setDescription(INTRODUCTION)
    .setVersion(version)
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer('http://127.0.0.1:3000', 'Local server, started with `npm start`')
    .addServer('{address}', 'Any server', {
      address: { default: 'http://127.0.0.1:3000', description: 'Address of the server, without a path' },
    })
    .addApiKey(API_KEY, 'apiKey')
    .addApiKey(SESSION, 'session')
    .addBearerAuth(BEARER, 'bearer')
    .build();

/** Builds the OpenAPI 3.0.3 document of all routes. */
export function buildDocument(app: INestApplication): OpenAPIObject {
  const raw = SwaggerModule.createDocument(app, frame(), {
    operationIdFactory: (controller, method) => `${controller}.${method}`,
    extraModels: eventModels(),
  });
  const document = structuredClone(raw) as unknown as Document;
  const routes = routesOf(app);
  normaliseSchemas(document);
  for (const { method, operation } of operationsOf(document)) describe(operation, method, routes, document);
  typeSearches(document);
  addClosedLists(document);
  nameOperations(document);
  describePathIds(document);
  Object.assign(document.components, {
    parameters: structuredClone(PARAMETERS),
    headers: { ...HEADERS },
    responses: { ...problemAnswers(), NotModified: NOT_MODIFIED },
  });
  Object.assign(document.components.schemas, structuredClone(PROBLEM_SCHEMAS));
  addExamples(document);
  addLinks(document);
  addCodeSamples(document);
  document.tags = describedTags(document);
  document['x-events'] = eventEntries();
  dropUnused(document);
  sortDocument(document);
  return document as unknown as OpenAPIObject;
}

function describe(
  operation: Operation,
  method: string,
  routes: ReadonlyMap<string, Route>,
  { components }: Document,
): void {
  const route = routes.get(operation.operationId);
  if (!route) throw new Error(`${operation.operationId} is documented but is no route`);
  describeOperation(operation, needsOf(route.access));
  if (route.access?.kind === 'public') operation.security = [];
  delete operation['x-public'];
  for (const parameter of operation.parameters ?? []) describeParameter(parameter, route, components);
  const body = operation.requestBody?.content['application/json'];
  if (body && route.bodyExample) body.example = structuredClone(route.bodyExample);
  addHeaderParameters(operation, method, route, hasTag(operation, components));
  describeAnswers(operation, method, route, components);
}

function needsOf(access: AccessPolicy | undefined): string {
  if (access?.kind === 'can') return `Required permission: \`${access.permission}\`.`;
  return access?.kind === 'signed-in' ? 'Requires a credential, but no permission.' : 'No credential required.';
}

// In alphabetical order, because some tools require it.
function describedTags(document: Document): Tag[] {
  const used = new Set(operationsOf(document).flatMap(({ operation }) => operation.tags ?? []));
  return [...used]
    .sort((a, b) => a.localeCompare(b, 'en'))
    .map((name) => tags.find((tag) => tag.name === name) ?? { name, description: name });
}
