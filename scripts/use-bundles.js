// Processes that the suites start take the bundled libraries as well: `node --import scripts/use-bundles.js …`.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { bundles } from './bundle-for-tests.js';

const bundled = new Map(
  bundles.filter(({ file }) => existsSync(file)).map(({ name, file }) => [name, pathToFileURL(file).href]),
);

registerHooks({
  resolve(name, context, next) {
    const url = bundled.get(name);
    return url ? { url, format: 'module', shortCircuit: true } : next(name, context);
  },
});
