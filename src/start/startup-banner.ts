import type { NestExpressApplication } from '@nestjs/platform-express';
import { adminUiFiles } from '../admin-ui/index.js';
import type { NewAdmin } from '../modules/users/index.js';
import type { Config } from '../platform/config/index.js';
import type { EmbeddedDatabase } from '../platform/database/embedded/embedded.js';
import { PublicAddress } from '../platform/http/index.js';

interface Started {
  readonly config: Config;
  readonly app: NestExpressApplication;
  readonly migrated: number;
  readonly admin: NewAdmin | undefined;
  readonly embedded: EmbeddedDatabase | undefined;
  /** Milliseconds since the process started, with build, imports and database. */
  readonly milliseconds: number;
}

const DATABASE_STATES: Record<EmbeddedDatabase['state'], string> = {
  created: 'embedded PostgreSQL, newly created',
  started: 'embedded PostgreSQL',
  recovered: 'embedded PostgreSQL, recovered after a crash',
  reused: 'embedded PostgreSQL, found running',
};

/** Prints the startup banner: URLs, and the next command to try. */
export function printStartupBanner({ config, app, migrated, admin, embedded, milliseconds }: Started): void {
  const seconds = (milliseconds / 1000).toFixed(1);
  if (config.ROLE === 'worker') return console.log(`Kontor worker is up after ${seconds} s.`);
  const address = app.get(PublicAddress).url;
  const lines = [
    '',
    `  Kontor is up after ${seconds} s`,
    '',
    ...(adminUiFiles(config) ? [`  Admin UI    ${address}/admin`] : []),
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

/** Same calls as in README.md. */
function nextSteps(address: string, admin: NewAdmin | undefined): string[] {
  return [
    '  Next: sign in and create an API key (then open Swagger UI and press Authorize)',
    '',
    `    BASE=${address}/api/v1`,
    `    PASSWORD='${admin?.password ?? '<your password>'}'`,
    `    TOKEN=$(curl -sS $BASE/auth/token -H 'Content-Type: application/json' \\`,
    `      -d "{\\"email\\":\\"${admin?.email ?? 'admin@kontor.local'}\\",\\"password\\":\\"$PASSWORD\\"}" \\`,
    String.raw`      | sed -n 's/.*"accessToken":"\([^"]*\)".*/\1/p')`,
    '    KEY=$(curl -sS $BASE/api-keys -H "Authorization: Bearer ${TOKEN:?signing in failed, check PASSWORD}" \\',
    `      -H 'Content-Type: application/json' -d '{"name":"First steps","scopes":["*:*"]}' \\`,
    String.raw`      | sed -n 's/.*"key":"\([^"]*\)".*/\1/p'); echo "$KEY"`,
  ];
}
