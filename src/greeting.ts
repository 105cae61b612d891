import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NewAdmin } from './modules/users/index.js';
import type { Config } from './platform/config/index.js';
import type { EmbeddedDatabase } from './platform/database/embedded.js';
import { PublicAddress } from './platform/http/index.js';

interface Started {
  readonly config: Config;
  readonly app: NestExpressApplication;
  readonly migrated: number;
  readonly admin: NewAdmin | undefined;
  readonly embedded: EmbeddedDatabase | undefined;
  readonly milliseconds: number;
}

const DATABASE_STATES: Record<EmbeddedDatabase['state'], string> = {
  created: 'embedded PostgreSQL, newly made',
  started: 'embedded PostgreSQL',
  recovered: 'embedded PostgreSQL, recovered after a crash',
  reused: 'embedded PostgreSQL, found running',
};

/** The first screen a newcomer sees: where everything is, and the one command to try next. */
export function greet({ config, app, migrated, admin, embedded, milliseconds }: Started): void {
  const seconds = (milliseconds / 1000).toFixed(1);
  if (config.ROLE === 'worker') return console.log(`Kontor worker is up after ${seconds} s.`);
  const address = app.get(PublicAddress).url;
  const lines = [
    '',
    `  Kontor is up after ${seconds} s`,
    '',
    `  API         ${address}/api/v1`,
    ...(config.DOCS_ENABLED ? [`  Swagger UI  ${address}/docs`] : []),
    `  Database    ${embedded ? `${DATABASE_STATES[embedded.state]} (${config.DATA_DIR})` : 'DATABASE_URL'}${migrated > 0 ? `; ${migrated} migrations run` : ''}`,
    ...adminLines(admin),
    '',
    ...nextSteps(address, admin),
    '',
  ];
  console.log(lines.join('\n'));
}

function adminLines(admin: NewAdmin | undefined): string[] {
  if (!admin) return [];
  const password = admin.password
    ? [`  Password    ${admin.password}   (shown this once; change it with POST /auth/password)`]
    : ['  Password    as given in ADMIN_PASSWORD'];
  return ['', `  Admin       ${admin.email}`, ...password];
}

function nextSteps(address: string, admin: NewAdmin | undefined): string[] {
  const password = admin?.password ?? '<your password>';
  return [
    '  Next: sign in and make an API key (then open Swagger UI and press Authorize)',
    '',
    `    curl -s -c kontor.cookies ${address}/api/v1/auth/login -H 'Content-Type: application/json' \\`,
    `      -d '{"email":"${admin?.email ?? 'admin@kontor.local'}","password":"${password}"}'`,
    `    curl -s -b kontor.cookies ${address}/api/v1/api-keys -H 'Content-Type: application/json' -H 'Sec-Fetch-Site: same-origin' \\`,
    `      -d '{"name":"my first key","scopes":["*:*"]}'`,
  ];
}
