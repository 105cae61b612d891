import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { prefixRoutes } from './start/application.js';
import { buildDocument } from './openapi/index.js';
import { readConfig } from './platform/config/index.js';

/**
 * Writes openapi.json without a database or environment. `--check` writes nothing and fails if the committed file
 * differs.
 */
const file = new URL('../../openapi.json', import.meta.url);

async function produce(): Promise<string> {
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' });
  const app = await NestFactory.create<NestExpressApplication>(AppModule.for(config, undefined as never), {
    preview: true,
    logger: ['error'],
    abortOnError: false,
  });
  prefixRoutes(app);
  return `${JSON.stringify(buildDocument(app), null, 2)}\n`;
}

function firstDifference(before: string, after: string): string {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const line = fresh.findIndex((text, index) => text !== old[index]);
  const at = line < 0 ? fresh.length : line;
  return `  line ${at + 1}\n  - ${old[at]?.trim() ?? '(end of file)'}\n  + ${fresh[at]?.trim() ?? '(end of file)'}`;
}

const text = await produce();
const current = existsSync(file) ? readFileSync(file, 'utf8') : '';
if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
  console.log('openapi.json is written.');
} else if (current !== text)
  console.error(`openapi.json is not up to date: npm run openapi\n${firstDifference(current, text)}`);
// Nest keeps handles open even in preview mode.
process.exit(process.argv.includes('--check') && current !== text ? 1 : 0);
