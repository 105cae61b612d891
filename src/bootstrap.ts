import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { buildDocument, PublishedDocument, serveDocument, type Document } from './document/index.js';
import { tags } from './modules/tags.js';
import { Config } from './platform/config/index.js';
import { Metrics } from './platform/health/index.js';
import { logRequest } from './platform/logging.js';
import { AnswerAdapter, answerUnreadable, endRoutes, useEdge } from './platform/http/index.js';

/** What does not live under /api/v1: for operators, for people, for tools. */
const OUTSIDE = [
  'health/live',
  'health/ready',
  'metrics',
  'forms/:key',
  'forms/:key/thanks',
  'account/:page',
  'openapi.json',
];

/** The application, ready to listen or to be tested; what is tested is what ships. */
export async function createApplication(config: Config, orm: MikroORM): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.for(config, orm), new AnswerAdapter(), {
    bodyParser: false,
    logger: ['fatal', 'error', 'warn'],
    abortOnError: false,
  });
  prefixRoutes(app);
  useEdge(app, config);
  app.use(app.get(Metrics).middleware);
  app.use(logRequest);
  const published = app.get(PublishedDocument, { strict: false });
  published.publish(() => buildDocument(app, tags) as unknown as Document);
  if (config.DOCS_ENABLED) serveDocument(app, () => published.get());
  answerUnreadable(app.getHttpServer());
  await app.init();
  endRoutes(app);
  // Only now: a newcomer's first screen is not a list of every route.
  app.useLogger(app.get(Logger));
  return app;
}

/** Also for the document, which must show the addresses that are served. */
export const prefixRoutes = (app: NestExpressApplication): unknown =>
  app.setGlobalPrefix('api/v1', { exclude: OUTSIDE });
