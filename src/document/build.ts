import { readFileSync } from 'node:fs';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { AccessPolicy } from '../kernel/access.js';
import { describeAnswers, hasTag, HEADERS, NOT_MODIFIED } from './answers.js';
import { INTRODUCTION } from './introduction.js';
import { eventEntries, eventModels } from './event-schemas.js';
import { describeOperation, nameOperations } from './names.js';
import { addHeaderParameters, describeParameter, PARAMETERS } from './parameters.js';
import { PROBLEM_SCHEMAS, problemAnswers } from './problems.js';
import { routesOf, type Route } from './routes.js';
import { addExamples } from './samples.js';
import { dropUnused, normaliseSchemas, sortDocument } from './schemas.js';
import { operationsOf, type Document, type Operation, type Tag } from './shapes.js';

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const frame = (): Omit<OpenAPIObject, 'paths'> =>
  new DocumentBuilder()
    .setOpenAPIVersion('3.0.3')
    .setTitle('Kontor')
    .setDescription(INTRODUCTION)
    .setVersion(version)
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .setContact('The Kontor team', 'https://kontor.example', 'team@kontor.example')
    .addServer('http://127.0.0.1:3000', 'This machine, as `npm start` serves it')
    .addApiKey(
      { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'An API key, from `POST /api/v1/api-keys`.' },
      'apiKey',
    )
    .addApiKey(
      {
        type: 'apiKey',
        in: 'cookie',
        name: '__Host-kontor_session',
        description:
          "The session cookie that `POST /api/v1/auth/login` sets; a browser sends it by itself. Over plain http, on one's own machine only, it is called `kontor_session`.",
      },
      'session',
    )
    .addBearerAuth(
      {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
        description:
          'An access token, from `POST /api/v1/auth/token`: good for ten minutes, then `POST /api/v1/auth/token/refresh` gives the next.',
      },
      'bearer',
    )
    .build();

/** The OpenAPI 3.0.3 document of all routes; `tags` describes what they are about. */
export function buildDocument(app: INestApplication, tags: readonly Tag[]): OpenAPIObject {
  const raw = SwaggerModule.createDocument(app, frame(), {
    operationIdFactory: (controller, method) => `${controller}.${method}`,
    extraModels: eventModels(),
  });
  const document = structuredClone(raw) as unknown as Document;
  const routes = routesOf(app);
  normaliseSchemas(document);
  for (const { method, operation } of operationsOf(document)) describe(operation, method, routes, document);
  nameOperations(document);
  Object.assign(document.components, {
    parameters: structuredClone(PARAMETERS),
    headers: { ...HEADERS },
    responses: { ...problemAnswers(), NotModified: NOT_MODIFIED },
  });
  Object.assign(document.components.schemas, structuredClone(PROBLEM_SCHEMAS));
  addExamples(document);
  document.tags = describedTags(document, tags);
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
  addHeaderParameters(operation, method, route, hasTag(operation, components));
  describeAnswers(operation, method, route, components);
}

function needsOf(access: AccessPolicy | undefined): string {
  if (access?.kind === 'can') return `Needs \`${access.permission}\`.`;
  return access?.kind === 'signed-in' ? 'Needs a credential, and no permission.' : 'Needs no credential.';
}

// In the order of the alphabet: some readers of the document insist on it.
function describedTags(document: Document, tags: readonly Tag[]): Tag[] {
  const used = new Set(operationsOf(document).flatMap(({ operation }) => operation.tags ?? []));
  return [...used]
    .sort((a, b) => a.localeCompare(b, 'en'))
    .map((name) => tags.find((tag) => tag.name === name) ?? { name, description: name });
}
