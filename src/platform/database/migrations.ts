import { readdir } from 'node:fs/promises';
import type { MigrationObject } from '@mikro-orm/core';

// Compiled beside the sources: dist/src/platform/database -> dist/migrations.
const folder = new URL('../../../migrations/', import.meta.url);

/** Every file of `migrations/`, oldest first. */
async function listMigrations(): Promise<MigrationObject[]> {
  const files = (await readdir(folder)).filter((file) => /^Migration\d+\w*\.js$/.test(file)).sort();
  return Promise.all(
    files.map(async (file) => {
      const name = file.replace(/\.js$/, '');
      const module = (await import(new URL(file, folder).href)) as Record<string, MigrationObject['class']>;
      const migration = module[name];
      if (!migration) throw new Error(`${file} must export a class called ${name}`);
      return { name, class: migration };
    }),
  );
}

export const migrations = await listMigrations();
