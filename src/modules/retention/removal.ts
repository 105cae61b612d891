import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { ADVISORY_LOCKS, Database, Reader } from '../../platform/database/index.js';

/** Whoever removes and whoever places a hold exclude each other; many may remove at once. */
@Injectable()
export class Removal {
  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
  ) {}

  /** In this unit of work holds stay as they are, and a statement may take its time. */
  whileHoldsStand<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.database.write(async (em) => {
      await this.reader.rows(sql`select pg_advisory_xact_lock_shared(${sql.lit(ADVISORY_LOCKS.legalHolds)})`);
      await this.reader.takeTime();
      return work(em);
    });
  }

  /** In this unit of work nothing is removed. */
  whileNothingIsRemoved<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.database.write(async (em) => {
      await this.reader.rows(sql`select pg_advisory_xact_lock(${sql.lit(ADVISORY_LOCKS.legalHolds)})`);
      return work(em);
    });
  }
}
