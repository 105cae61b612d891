// Fails if the committed SDK differs from the generated SDK.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.js';

const source = fileURLToPath(new URL('../src/generated', import.meta.url));

const filesOf = (folder) =>
  new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));

const fresh = mkdtempSync(join(tmpdir(), 'kontor-sdk-'));
try {
  await generate(fresh);
  const [should, is] = [filesOf(fresh), filesOf(source)];
  const stale = [...new Set([...should.keys(), ...is.keys()])].filter((path) => should.get(path) !== is.get(path));
  if (stale.length > 0)
    console.error(`The SDK is out of date (${stale.length} files, first ${stale[0]}): run \`npm run sdk\`.`);
  else console.log(`SDK: ${should.size} files as openapi.json gives them.`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} catch (error) {
  console.error(`The SDK could not be generated: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
