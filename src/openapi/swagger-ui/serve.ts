import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { Express, NextFunction, Request, Response } from 'express';
import { withWebhooks } from '../schemas/event-schemas.js';
import { forReading } from './reading.js';
import type { Document } from '../schemas/shapes.js';
import { UI_STYLE, UI } from './ui.js';
import { tags } from '../tags.js';

/** Swagger UI writes inline styles. All other files come from this server. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src " +
  "'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The files of the UI. The folder also contains package files and source maps. */
const FILES =
  /^\/?$|^\/(index\.html|swagger-ui\.css|swagger-ui-(bundle|standalone-preset|init)\.js|favicon-(16x16|32x32)\.png)$/;

/**
 * Serves Swagger UI at `/docs` with groups in the order of `tags.ts`, and the document at `/openapi.json`
 * and `/openapi-3.1.json`.
 */
export function serveDocument(
  app: NestExpressApplication,
  document: () => Document,
  answerNotFound: (request: Request, response: Response) => void,
): void {
  const express = app.getHttpAdapter().getInstance() as unknown as Express;
  app.use('/docs', (request: Request, response: Response, next: NextFunction) => {
    if (!FILES.test(request.path)) return answerNotFound(request, response);
    response.setHeader('Content-Security-Policy', POLICY);
    next();
  });
  serveJson(
    express,
    '/openapi.json',
    once(() => Buffer.from(JSON.stringify(document()))),
  );
  serveJson(
    express,
    '/openapi-3.1.json',
    once(() => Buffer.from(JSON.stringify(withWebhooks(document())))),
  );
  express.get('/', (_request, response) => response.redirect('/docs'));
  SwaggerModule.setup('docs', app, () => forReading(document(), tags) as unknown as OpenAPIObject, {
    raw: false,
    customSiteTitle: 'Kontor API',
    customCss: UI_STYLE,
    swaggerOptions: UI,
  });
}

function serveJson(express: Express, path: string, text: () => Buffer): void {
  express.get(path, (request, response, next) => {
    // The document with custom fields is not public. A route with guards answers this request.
    if ('custom' in request.query) return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.type('application/json').send(text());
  });
}

function once<T>(create: () => T): () => T {
  let created: { value: T } | undefined;
  return () => (created ??= { value: create() }).value;
}
