import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { Express, NextFunction, Request, Response } from 'express';
import { forReading } from './reading.js';
import type { Document } from './shapes.js';
import { toVersion31 } from './version-31.js';

/** Swagger UI writes styles into its elements; everything else it needs comes from this server. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const UI = {
  persistAuthorization: true,
  tryItOutEnabled: true,
  displayRequestDuration: true,
  filter: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  operationsSorter: 'alpha',
  tagsSorter: 'alpha',
};

// The link to the document, and no advertisement above it.
const STYLE = '.swagger-ui .topbar { display: none }';

/** Swagger UI at `/docs`, the document at `/openapi.json` and `/openapi-3.1.json`. */
export function serveDocument(app: NestExpressApplication, document: () => Document): void {
  const express = app.getHttpAdapter().getInstance() as unknown as Express;
  app.use('/docs', (_request: Request, response: Response, next: NextFunction) => {
    response.setHeader('Content-Security-Policy', POLICY);
    next();
  });
  serveJson(
    express,
    '/openapi.json',
    once(() => JSON.stringify(document())),
  );
  serveJson(
    express,
    '/openapi-3.1.json',
    once(() => JSON.stringify(toVersion31(document()))),
  );
  express.get('/', (_request, response) => response.redirect('/docs'));
  SwaggerModule.setup('docs', app, () => forReading(document()) as unknown as OpenAPIObject, {
    raw: false,
    customSiteTitle: 'Kontor API',
    customCss: STYLE,
    swaggerOptions: UI,
  });
}

function serveJson(express: Express, path: string, text: () => string): void {
  express.get(path, (request, response, next) => {
    // With the fields that records were given here it is no public matter: a route with guards answers that.
    if ('custom' in request.query) return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.type('application/json').send(text());
  });
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
