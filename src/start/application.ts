import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Logger } from 'nestjs-pino';
import { adminUiFiles, serveAdminUi } from '../admin-ui/index.js';
import { AppModule } from '../app.module.js';
import { buildDocument, PublishedDocument, serveDocument, type Document } from '../openapi/index.js';
import { Config } from '../platform/config/index.js';
import { Metrics } from '../platform/health/index.js';
import { logRequest } from '../platform/logging/index.js';
import { AnswerAdapter, endRoutes, guardConnections, nothingHere, useHttpLayer } from '../platform/http/index.js';

/** Paths outside /api/v1: for operators, browsers and tools. */
const OUTSIDE = [
  'health/live',
  'health/ready',
  'metrics',
  'forms/:key',
  'forms/:key/thanks',
  'account/:page',
  'openapi.json',
];

/** Creates the application for the server and for tests. */
export async function createApplication(config: Config, orm: MikroORM): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.for(config, orm), new AnswerAdapter(), {
    bodyParser: false,
    logger: ['fatal', 'error', 'warn'],
    abortOnError: false,
  });
  prefixRoutes(app);
  useHttpLayer(app, config, [app.get(Metrics).middleware, logRequest]);
  const published = app.get(PublishedDocument, { strict: false });
  published.publish(() => buildDocument(app) as unknown as Document);
  const adminUi = adminUiFiles(config);
  if (adminUi) serveAdminUi(app, adminUi, nothingHere(app));
  if (config.DOCS_ENABLED) serveDocument(app, () => published.get(), nothingHere(app));
  guardConnections(app.getHttpServer(), config);
  await app.init();
  endRoutes(app);
  // Set late, so that the first start does not list every route.
  app.useLogger(app.get(Logger));
  return app;
}

/** Sets the path prefix of the routes, also for the API document. */
export const prefixRoutes = (app: NestExpressApplication): unknown =>
  app.setGlobalPrefix('api/v1', { exclude: OUTSIDE });
