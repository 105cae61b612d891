// Libraries that come in hundreds of files, in one file each: Jest loads every file of every library anew for every suite.
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../dist/libraries/', import.meta.url));

export const bundles = [
  { name: 'es-toolkit/compat', hasDefault: true },
  { name: 'kysely', hasDefault: false },
  { name: 'libphonenumber-js/max', hasDefault: true },
].map((library) => ({ ...library, file: `${folder}${library.name.replace('/', '-')}.js` }));

async function bundle({ name, hasDefault, file }) {
  const { build } = await import('esbuild');
  const contents = `export * from '${name}';${hasDefault ? `export { default } from '${name}';` : ''}`;
  await build({
    stdin: { contents, resolveDir: folder.slice(0, folder.indexOf('dist')) },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile: file,
    logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await Promise.all(bundles.map(bundle));
