import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Express, Request, Response } from 'express';
import type { Config } from '../platform/config/index.js';

/** The build of the workspace `admin`. This file is in dist/src/admin-ui. */
const FOLDER = fileURLToPath(new URL('../../../admin/dist', import.meta.url));
const YEAR_IN_SECONDS = 31_536_000;
/** Compressed copies that the build writes next to each file, best first. */
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** Allows only own files. The nonce is for the style sheets that the UI creates at run time. */
const policyWith = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The built files of the admin UI. */
interface AdminUiFiles {
  readonly page: string;
  /** Paths under `/admin`, with their compressed copies. */
  readonly paths: ReadonlySet<string>;
}

/** Returns the built files; undefined if the admin UI is off or was not built. */
export function adminUiFiles({ ADMIN_UI }: Config): AdminUiFiles | undefined {
  const page = join(FOLDER, 'index.html');
  if (ADMIN_UI === 'off' || !existsSync(page)) return undefined;
  const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const paths = names.filter((name) => /\.\w+$/.test(name) && name !== 'index.html' && !name.startsWith('.'));
  return { page: readFileSync(page, 'utf8'), paths: new Set(paths) };
}

/**
 * Serves the admin UI at `/admin` and redirects browsers from `/`. Paths without a file get the page, because the UI
 * has routes of its own.
 */
export function serveAdminUi(
  app: NestExpressApplication,
  files: AdminUiFiles,
  answerNotFound: (request: Request, response: Response) => void,
): void {
  const express = app.getHttpAdapter().getInstance() as unknown as Express;
  express.get('/', (request, response, next) => {
    response.vary('Accept');
    if (!request.headers.accept?.includes('text/html')) return next();
    response.redirect('/admin');
  });
  express.get('/admin{/*path}', (request, response) => {
    const path = decodeURIComponent(request.path).slice('/admin/'.length);
    if (files.paths.has(path)) return sendFile(request, response, files, path);
    if (path.startsWith('assets/')) return answerNotFound(request, response);
    sendPage(response, files);
  });
}

function sendPage(response: Response, { page }: AdminUiFiles): void {
  const nonce = randomBytes(16).toString('base64');
  response.setHeader('Content-Security-Policy', policyWith(nonce));
  response.setHeader('Cache-Control', 'no-store');
  response.type('html').send(page.replaceAll('__NONCE__', nonce));
}

function sendFile(request: Request, response: Response, { paths }: AdminUiFiles, path: string): void {
  const [encoding, ending] = ENCODINGS.find(
    ([name, suffix]) => paths.has(path + suffix) && request.acceptsEncodings(name) === name,
  ) ?? ['', ''];
  response.vary('Accept-Encoding');
  if (encoding !== '') response.setHeader('Content-Encoding', encoding);
  response.type(path.slice(path.lastIndexOf('.')));
  // Only files under assets/ have a hash in their names.
  const cacheControl = path.startsWith('assets/') ? `public, max-age=${YEAR_IN_SECONDS}, immutable` : 'no-cache';
  response.sendFile(path + ending, { root: FOLDER, cacheControl: false, headers: { 'Cache-Control': cacheControl } });
}
