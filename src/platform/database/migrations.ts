import { readdir } from 'node:fs/promises';
import type { MigrationObject } from '@mikro-orm/core';

// The build writes the migrations to dist/migrations, relative to dist/src/platform/database.
const folder = new URL('../../../migrations/', import.meta.url);

/** Returns all files of `migrations/`, oldest first. */
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
