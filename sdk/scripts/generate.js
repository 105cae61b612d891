// openapi.json → src/generated (the generator's output, untouched), src/resources.ts, src/models.ts and src/event-data.ts (what the face knows of it).
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import generator from 'openapi-typescript-codegen';
import { codegenCopy } from './codegen-copy.js';

const sdk = fileURLToPath(new URL('..', import.meta.url));

function resourcesFile(calls) {
  const resources = [...new Map(calls.map(({ resource, type }) => [resource, type]))].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  const withIds = (resource) => calls.filter((call) => call.resource === resource && call.ids.length > 0);
  const path = ({ method, ids }) =>
    `    ${method}: Path<[${ids.map((id) => `${id}: string`).join(', ')}], ${ids.map((id) => `'${id}'`).join(' | ')}>;`;
  return `// Made by scripts/generate.js from openapi.json; not to be edited.
import type { Path } from './calls';
${resources.map(([, type]) => `import { ${type} } from './generated/services/${type}';`).join('\n')}

/** The generated classes by the name that they have on the client. */
export const resources = {
${resources.map(([name, type]) => `  ${name}: ${type},`).join('\n')}
} as const;

/** POSTs that change nothing. */
export const reads: readonly string[] = [${calls
    .filter((call) => call.reads)
    .map(({ resource, method }) => `'${resource}.${method}'`)
    .join(', ')}];

/** The path parameters of each call, in the order of its URL. */
export interface Paths {
${resources.map(([name]) => [`  ${name}: {`, ...withIds(name).map(path), '  };'].join('\n')).join('\n')}
}
`;
}

const modelsFile = (folder) => `// Made by scripts/generate.js from openapi.json; not to be edited.
${readdirSync(folder)
  .sort()
  .map((file) => `export type * from './generated/models/${file.replace(/\.ts$/, '')}';`)
  .join('\n')}
`;

function eventDataFile(events) {
  const nameOf = ({ $ref }) => $ref.slice($ref.lastIndexOf('/') + 1);
  const models = [
    ...new Set(events.flatMap(({ object, extra, payload }) => [object, extra, payload].filter(Boolean).map(nameOf))),
  ].sort();
  const data = ({ object, extra, payload }) =>
    payload ? nameOf(payload) : [`Changed<${nameOf(object)}>`, ...(extra ? [nameOf(extra)] : [])].join(' & ');
  return `// Made by scripts/generate.js from openapi.json; not to be edited.
import type { Changed } from './events';
${models.map((name) => `import type { ${name} } from './generated/models/${name}';`).join('\n')}

/** What each type of event carries. */
export interface EventData {
${events.map((event) => `  /** ${event.description} */\n  '${event.type}': ${data(event)};`).join('\n')}
}
`;
}

/** Writes all of it into `target`, a folder like src. */
export async function generate(target) {
  const document = JSON.parse(readFileSync(join(sdk, '..', 'openapi.json'), 'utf8'));
  const { copy, calls } = codegenCopy(document);
  const output = join(target, 'generated');
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  await generator.generate({
    input: copy,
    output,
    httpClient: 'fetch',
    clientName: 'GeneratedClient',
    useOptions: true,
    useUnionTypes: true,
    indent: '2',
    postfixServices: 'Resource',
  });
  writeFileSync(join(target, 'resources.ts'), resourcesFile(calls));
  writeFileSync(join(target, 'models.ts'), modelsFile(join(output, 'models')));
  writeFileSync(join(target, 'event-data.ts'), eventDataFile(document['x-events']));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await generate(join(sdk, 'src'));
