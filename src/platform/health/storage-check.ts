import { statfs } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Config } from '../config/index.js';
import { isStorageFull, QueryRunner, storageState } from '../database/index.js';

/** Minimum of free bytes: a mail needs some space. */
const FEWEST_BYTES = 256 * 1024;

/** Checks free disk space. Called only after a write failed. */
@Injectable()
export class StorageCheck {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly config: Config,
  ) {}

  async hasSpace(): Promise<boolean> {
    if (!storageState.isFull) return true;
    if (storageState.isHeld) return false;
    if (!((await this.freeBytes()) < FEWEST_BYTES) && (await this.databaseHasSpace())) storageState.noteSpace();
    return !storageState.isFull;
  }

  /** Returns the free bytes on the disk of DATA_DIR. NaN if the folder does not exist. */
  async freeBytes(): Promise<number> {
    try {
      const { bavail, bsize } = await statfs(this.config.DATA_DIR);
      return bavail * bsize;
    } catch {
      return Number.NaN;
    }
  }

  /** Writes 2 MB to a temporary table. Only new pages show whether space is left. */
  private async databaseHasSpace(): Promise<boolean> {
    try {
      await this.queryRunner.rows(
        sql`create temporary table kontor_room on commit drop as select repeat(md5(n::text), 60) as filler
          from generate_series(1, 1000) n`,
        { prepared: false },
      );
      return true;
    } catch (error) {
      return !isStorageFull(error);
    }
  }
}
