import { readFileSync } from 'node:fs';
import { defineConfig } from 'tsup';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

export default defineConfig({
  entry: ['src/index.ts'],
  format: ['esm', 'cjs'],
  platform: 'neutral',
  target: 'es2022',
  // tsup hands the deprecated baseUrl to TypeScript 6.
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  define: { SDK_VERSION: JSON.stringify(version) },
  clean: true,
  splitting: false,
});
