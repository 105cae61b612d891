import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const TEXT = /\.(js|css|svg)$/;
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Writes compressed copies next to the files, so that the server compresses nothing at run time. */
const compressed = (folder: string): Plugin => ({
  name: 'compressed',
  apply: 'build',
  closeBundle() {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) => TEXT.test(each))) {
      const content = readFileSync(join(folder, name));
      writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content, { params }));
    }
  },
});

// Vite builds React for development if NODE_ENV has another value, such as `test`.
process.env.NODE_ENV = 'production';

export default defineConfig({
  base: '/admin/',
  plugins: [compressed(here('dist'))],
  // The sources of the SDK, so that the admin UI needs no build of the SDK.
  resolve: { alias: { '@kontor/sdk': here('../sdk/src/index.ts') } },
  define: { SDK_VERSION: JSON.stringify('0.1.0') },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_500,
  },
  server: { proxy: { '/api': process.env.KONTOR_URL ?? 'http://127.0.0.1:3000' } },
});
