// Writes docs/problems.md, the catalogue of error codes, from the places that throw them. `--check` fails when it is old.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STATUS = {
  BadRequest: 400,
  Unauthorized: 401,
  Forbidden: 403,
  NotFound: 404,
  Conflict: 409,
  Gone: 410,
  Stale: 412,
  Invalid: 422,
  TooMany: 429,
  Unavailable: 503,
};
const files = (folder) =>
  readdirSync(folder).flatMap((name) =>
    statSync(join(folder, name)).isDirectory() ? files(join(folder, name)) : [join(folder, name)],
  );
const sources = files('src').filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));

const TEXT = String.raw`(?:'((?:[^'\\]|\\.)*)'|\x60((?:[^\x60\\]|\\.)*)\x60)`;
const found = new Map();
function add(status, code, detail) {
  const known = found.get(code);
  if (!known)
    found.set(code, { status: new Set([status]), detail: detail.replace(/\$\{[^}]*\}/g, '…').replaceAll("\\'", "'") });
  else known.status.add(status);
}

for (const file of sources) {
  const text = readFileSync(file, 'utf8');
  for (const [, kind, code, plain, template] of text.matchAll(
    new RegExp(String.raw`new (\w+)\(\s*'([a-z][a-z0-9-]*)',\s*${TEXT}`, 'g'),
  )) {
    if (STATUS[kind]) add(STATUS[kind], code, plain ?? template ?? '');
  }
  for (const [, status, code, plain, template] of text.matchAll(
    new RegExp(String.raw`failure\((\d{3}), '([a-z-]+)', ${TEXT}`, 'g'),
  ))
    add(Number(status), code, plain ?? template ?? '');
  for (const [, status, code, plain, template] of text.matchAll(
    new RegExp(String.raw`status: (\d{3}), code: '([a-z-]+)', detail: ${TEXT}`, 'g'),
  ))
    add(Number(status), code, plain ?? template ?? '');
  for (const [, status, code, plain] of text.matchAll(/\[(\d{3}), '([a-z-]+)', '([^']*)'\]/g))
    add(Number(status), code, plain);
  for (const [, what] of text.matchAll(/notFound\('([a-z-]+)'\)/g))
    add(404, `${what}-not-found`, `There is no such ${what.replaceAll('-', ' ')}, or you may not see it.`);
}

const rows = [...found]
  .sort(([a], [b]) => a.localeCompare(b))
  .map(
    ([code, { status, detail }]) =>
      `| \`${code}\` | ${[...status].sort().join(', ')} | ${detail.replaceAll('|', '\\|')} |`,
  );
const page = `# Problems

Every failing path answers \`application/problem+json\` (RFC 9457): \`type\`, \`title\`, \`status\`, \`detail\`, \`instance\`, a stable
\`code\` to branch on, the \`requestId\` that finds it in the log, and for mistakes in the input \`errors\`, each with a JSON
\`pointer\` into the body, or the \`parameter\` or \`header\`, a \`code\` and a \`detail\`. \`Retry-After\` says when another try makes sense.
400 is for what cannot be read or is not known, 422 for what can be read and is not acceptable.

This page is written from the code by \`npm run problems\`.

| code | status | what it says |
|---|---|---|
${rows.join('\n')}
`;

if (process.argv.includes('--check')) {
  if (readFileSync('docs/problems.md', 'utf8') !== page) {
    console.error('docs/problems.md is old: npm run problems');
    process.exit(1);
  }
} else writeFileSync('docs/problems.md', page);
